# SystemExit with something else than a number is printed as str() shows it.
raise SystemExit(("status", 5))
