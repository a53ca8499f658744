"""Jumps, loops, exception handlers, long jumps and long operands."""
def loops(items, flag):
    total = 0
    for index, item in enumerate(items):
        while item > 0:
            item -= 1
            if item == 3:
                continue
            elif item is None or not flag:
                break
        else:
            total += index
    return total


def handlers(path):
    try:
        with open(path) as file, file as again:
            return file.read()
    except (OSError, ValueError) as error:
        raise RuntimeError("no") from error
    finally:
        print("done")


def many(x):
    return x


def long_jump(x):
    while x:
        x.attribute_0.method(x, 0.5, name_0)
        x.attribute_1.method(x, 1.5, name_1)
        x.attribute_2.method(x, 2.5, name_2)
        x.attribute_3.method(x, 3.5, name_3)
        x.attribute_4.method(x, 4.5, name_4)
        x.attribute_5.method(x, 5.5, name_5)
        x.attribute_6.method(x, 6.5, name_6)
        x.attribute_7.method(x, 7.5, name_7)
        x.attribute_8.method(x, 8.5, name_8)
        x.attribute_9.method(x, 9.5, name_9)
        x.attribute_10.method(x, 10.5, name_10)
        x.attribute_11.method(x, 11.5, name_11)
        x.attribute_12.method(x, 12.5, name_12)
        x.attribute_13.method(x, 13.5, name_13)
        x.attribute_14.method(x, 14.5, name_14)
        x.attribute_15.method(x, 15.5, name_15)
        x.attribute_16.method(x, 16.5, name_16)
        x.attribute_17.method(x, 17.5, name_17)
        x.attribute_18.method(x, 18.5, name_18)
        x.attribute_19.method(x, 19.5, name_19)
        x.attribute_20.method(x, 20.5, name_20)
        x.attribute_21.method(x, 21.5, name_21)
        x.attribute_22.method(x, 22.5, name_22)
        x.attribute_23.method(x, 23.5, name_23)
        x.attribute_24.method(x, 24.5, name_24)
        x.attribute_25.method(x, 25.5, name_25)
        x.attribute_26.method(x, 26.5, name_26)
        x.attribute_27.method(x, 27.5, name_27)
        x.attribute_28.method(x, 28.5, name_28)
        x.attribute_29.method(x, 29.5, name_29)
        x.attribute_30.method(x, 30.5, name_30)
        x.attribute_31.method(x, 31.5, name_31)
        x.attribute_32.method(x, 32.5, name_32)
        x.attribute_33.method(x, 33.5, name_33)
        x.attribute_34.method(x, 34.5, name_34)
        x.attribute_35.method(x, 35.5, name_35)
        x.attribute_36.method(x, 36.5, name_36)
        x.attribute_37.method(x, 37.5, name_37)
        x.attribute_38.method(x, 38.5, name_38)
        x.attribute_39.method(x, 39.5, name_39)
        x.attribute_40.method(x, 40.5, name_40)
        x.attribute_41.method(x, 41.5, name_41)
        x.attribute_42.method(x, 42.5, name_42)
        x.attribute_43.method(x, 43.5, name_43)
        x.attribute_44.method(x, 44.5, name_44)
        x.attribute_45.method(x, 45.5, name_45)
        x.attribute_46.method(x, 46.5, name_46)
        x.attribute_47.method(x, 47.5, name_47)
        x.attribute_48.method(x, 48.5, name_48)
        x.attribute_49.method(x, 49.5, name_49)
        x.attribute_50.method(x, 50.5, name_50)
        x.attribute_51.method(x, 51.5, name_51)
        x.attribute_52.method(x, 52.5, name_52)
        x.attribute_53.method(x, 53.5, name_53)
        x.attribute_54.method(x, 54.5, name_54)
        x.attribute_55.method(x, 55.5, name_55)
        x.attribute_56.method(x, 56.5, name_56)
        x.attribute_57.method(x, 57.5, name_57)
        x.attribute_58.method(x, 58.5, name_58)
        x.attribute_59.method(x, 59.5, name_59)


def many_constants(x):
    x = 0.25
    x = 1.25
    x = 2.25
    x = 3.25
    x = 4.25
    x = 5.25
    x = 6.25
    x = 7.25
    x = 8.25
    x = 9.25
    x = 10.25
    x = 11.25
    x = 12.25
    x = 13.25
    x = 14.25
    x = 15.25
    x = 16.25
    x = 17.25
    x = 18.25
    x = 19.25
    x = 20.25
    x = 21.25
    x = 22.25
    x = 23.25
    x = 24.25
    x = 25.25
    x = 26.25
    x = 27.25
    x = 28.25
    x = 29.25
    x = 30.25
    x = 31.25
    x = 32.25
    x = 33.25
    x = 34.25
    x = 35.25
    x = 36.25
    x = 37.25
    x = 38.25
    x = 39.25
    x = 40.25
    x = 41.25
    x = 42.25
    x = 43.25
    x = 44.25
    x = 45.25
    x = 46.25
    x = 47.25
    x = 48.25
    x = 49.25
    x = 50.25
    x = 51.25
    x = 52.25
    x = 53.25
    x = 54.25
    x = 55.25
    x = 56.25
    x = 57.25
    x = 58.25
    x = 59.25
    x = 60.25
    x = 61.25
    x = 62.25
    x = 63.25
    x = 64.25
    x = 65.25
    x = 66.25
    x = 67.25
    x = 68.25
    x = 69.25
    x = 70.25
    x = 71.25
    x = 72.25
    x = 73.25
    x = 74.25
    x = 75.25
    x = 76.25
    x = 77.25
    x = 78.25
    x = 79.25
    x = 80.25
    x = 81.25
    x = 82.25
    x = 83.25
    x = 84.25
    x = 85.25
    x = 86.25
    x = 87.25
    x = 88.25
    x = 89.25
    x = 90.25
    x = 91.25
    x = 92.25
    x = 93.25
    x = 94.25
    x = 95.25
    x = 96.25
    x = 97.25
    x = 98.25
    x = 99.25
    x = 100.25
    x = 101.25
    x = 102.25
    x = 103.25
    x = 104.25
    x = 105.25
    x = 106.25
    x = 107.25
    x = 108.25
    x = 109.25
    x = 110.25
    x = 111.25
    x = 112.25
    x = 113.25
    x = 114.25
    x = 115.25
    x = 116.25
    x = 117.25
    x = 118.25
    x = 119.25
    x = 120.25
    x = 121.25
    x = 122.25
    x = 123.25
    x = 124.25
    x = 125.25
    x = 126.25
    x = 127.25
    x = 128.25
    x = 129.25
    x = 130.25
    x = 131.25
    x = 132.25
    x = 133.25
    x = 134.25
    x = 135.25
    x = 136.25
    x = 137.25
    x = 138.25
    x = 139.25
    x = 140.25
    x = 141.25
    x = 142.25
    x = 143.25
    x = 144.25
    x = 145.25
    x = 146.25
    x = 147.25
    x = 148.25
    x = 149.25
    x = 150.25
    x = 151.25
    x = 152.25
    x = 153.25
    x = 154.25
    x = 155.25
    x = 156.25
    x = 157.25
    x = 158.25
    x = 159.25
    x = 160.25
    x = 161.25
    x = 162.25
    x = 163.25
    x = 164.25
    x = 165.25
    x = 166.25
    x = 167.25
    x = 168.25
    x = 169.25
    x = 170.25
    x = 171.25
    x = 172.25
    x = 173.25
    x = 174.25
    x = 175.25
    x = 176.25
    x = 177.25
    x = 178.25
    x = 179.25
    x = 180.25
    x = 181.25
    x = 182.25
    x = 183.25
    x = 184.25
    x = 185.25
    x = 186.25
    x = 187.25
    x = 188.25
    x = 189.25
    x = 190.25
    x = 191.25
    x = 192.25
    x = 193.25
    x = 194.25
    x = 195.25
    x = 196.25
    x = 197.25
    x = 198.25
    x = 199.25
    x = 200.25
    x = 201.25
    x = 202.25
    x = 203.25
    x = 204.25
    x = 205.25
    x = 206.25
    x = 207.25
    x = 208.25
    x = 209.25
    x = 210.25
    x = 211.25
    x = 212.25
    x = 213.25
    x = 214.25
    x = 215.25
    x = 216.25
    x = 217.25
    x = 218.25
    x = 219.25
    x = 220.25
    x = 221.25
    x = 222.25
    x = 223.25
    x = 224.25
    x = 225.25
    x = 226.25
    x = 227.25
    x = 228.25
    x = 229.25
    x = 230.25
    x = 231.25
    x = 232.25
    x = 233.25
    x = 234.25
    x = 235.25
    x = 236.25
    x = 237.25
    x = 238.25
    x = 239.25
    x = 240.25
    x = 241.25
    x = 242.25
    x = 243.25
    x = 244.25
    x = 245.25
    x = 246.25
    x = 247.25
    x = 248.25
    x = 249.25
    x = 250.25
    x = 251.25
    x = 252.25
    x = 253.25
    x = 254.25
    x = 255.25
    x = 256.25
    x = 257.25
    x = 258.25
    x = 259.25
    x = 260.25
    x = 261.25
    x = 262.25
    x = 263.25
    x = 264.25
    x = 265.25
    x = 266.25
    x = 267.25
    x = 268.25
    x = 269.25
    x = 270.25
    x = 271.25
    x = 272.25
    x = 273.25
    x = 274.25
    x = 275.25
    x = 276.25
    x = 277.25
    x = 278.25
    x = 279.25
    x = 280.25
    x = 281.25
    x = 282.25
    x = 283.25
    x = 284.25
    x = 285.25
    x = 286.25
    x = 287.25
    x = 288.25
    x = 289.25
    x = 290.25
    x = 291.25
    x = 292.25
    x = 293.25
    x = 294.25
    x = 295.25
    x = 296.25
    x = 297.25
    x = 298.25
    x = 299.25
    return x


def groups(run):
    try:
        run()
    except* (TypeError, ValueError) as group:
        print(group.exceptions)
    except* OSError:
        raise


def matching(value):
    match value:
        case {"key": [1, 2, *rest], **others} if rest:
            return rest, others
        case complex(real=0.0) | int(1):
            return None
        case [first, _, *_]:
            return first
        case _:
            return ...

