import json
print(json.dumps({"a":[1,2.5,None,True,"é\n\u2028"],"b":{"c":"\U0001F600"}}))
print(json.dumps([1,{"x":2}],indent=2,sort_keys=True,ensure_ascii=False))
print(json.loads('{"k":[1,2,{"z":null}],"f":-1.5e3,"s":"\\ud83d\\ude00\\u00e9"}'))
for bad in ['{','[1,]','{"a" 1}','nul','[1] 2','']:
    try: json.loads(bad)
    except json.JSONDecodeError as e: print(type(e).__name__,e,e.pos,e.lineno,e.colno)
try: json.dumps({1,2})
except TypeError as e: print(e)
class E(json.JSONEncoder):
    def default(self,o): return list(o)
print(json.dumps({"s":(1,2)},cls=E,separators=(',',':')))
import io
f=io.StringIO(); json.dump({"q":1},f); print(f.getvalue())
