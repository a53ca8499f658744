# SystemExit(None) is success.
print("leaving")
raise SystemExit
