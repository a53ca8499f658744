# Module csv.
import csv
import io


def write(rows, **options):
    file = io.StringIO()
    writer = csv.writer(file, **options)
    for row in rows:
        try:
            writer.writerow(row)
        except csv.Error as error:
            print("Error", error)
    print(repr(file.getvalue()))


rows = [["a", 1, 2.5, None, "x,y", 'q"q', "l\nm", "", " s", "back\\s"], [""], [], ["", ""], ["'", "tab\t"]]
for quoting in range(4):
    write(rows, quoting=quoting)
    write(rows, quoting=quoting, doublequote=False, escapechar="\\")
    write(rows, quoting=quoting, quotechar="'", delimiter=";", lineterminator="\n")
lines = ["a,b,c\r\n", '"x,1",2,"q""q"\n', 'un"quoted,"multi\n', 'line",z\n', "\n", '  lead, "sp",\n', '"bad"x,1\n', "tail"]
for options in ({}, {"skipinitialspace": True}, {"quoting": csv.QUOTE_NONE}, {"strict": True}, {"delimiter": ";"}):
    try:
        reader = csv.reader(lines, **options)
        for row in reader:
            print(reader.line_num, row)
    except csv.Error as error:
        print("Error", error)
print(list(csv.reader(['1.5,"a",-3'], quoting=csv.QUOTE_NONNUMERIC)))
print([dict(row) for row in csv.DictReader(["a,b", "1,2,3", "4"])])
file = io.StringIO()
writer = csv.DictWriter(file, ["a", "b"], restval="-", extrasaction="ignore")
writer.writeheader()
writer.writerows([{"a": 1, "c": 2}, {"b": 3}])
print(repr(file.getvalue()), csv.list_dialects())
csv.register_dialect("mine", delimiter="|", quoting=csv.QUOTE_ALL)
write([[1, "b"]], dialect="mine")
csv.unregister_dialect("mine")
sample = "name;age\nann;30\nbob;40\n"
print(csv.Sniffer().sniff(sample).delimiter, csv.Sniffer().has_header(sample), csv.field_size_limit())
for call in (lambda: csv.get_dialect("mine"), lambda: csv.reader([], quoting=9), lambda: csv.writer(5), lambda: next(csv.reader([1]))):
    try:
        print(call())
    except (csv.Error, TypeError) as error:
        print(type(error).__name__, error)
