"""Discounts of a shop, as its own people write them."""
from shop import stock


def discount(order):
    """The percentage that is taken off an order: a dict with `customer` and `items`."""
    total = sum(item["price"] * item["count"] for item in order["items"])
    percent = 0
    if order["customer"].get("loyal"):
        percent += 5
    if total >= 100:
        percent += 10
    if all(stock(item["name"]) > 50 for item in order["items"]):
        percent += 2
    return {"total": round(total, 2), "percent": percent}


def check(order):
    if not order["items"]:
        raise ValueError("an order has items")
