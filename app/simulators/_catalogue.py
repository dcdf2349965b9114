"""What the demo's counter sells: products and extras with both names and prices in forints.

Cheers sends product ids without names, so the same data is the demo's catalogue
(`resources/demo/catalogue.csv` holds it for `pult catalogue import`).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Product:
    """One thing on the menu. `price` is whole forints, `vat` the rate in per cent when eaten here.

    `extras` names the group of modifiers that can be added; `weight` says how often it is bought.
    """

    id: str
    name_en: str
    name_hu: str
    price: int
    vat: int = 27
    extras: str = ""
    weight: int = 2
    away: bool = True


DRINKS = (
    Product("beer-500ml", "Lager 0.5 l", "Világos sör 0,5 l", 1190, 27, "beer", 9, False),
    Product("beer-300ml", "Lager 0.3 l", "Világos sör 0,3 l", 790, 27, "beer", 4, False),
    Product("ipa-400ml", "IPA 0.4 l", "IPA 0,4 l", 1490, 27, "beer", 4, False),
    Product("wheat-beer-500ml", "Wheat beer 0.5 l", "Búzasör 0,5 l", 1390, 27, "beer", 3, False),
    Product("beer-alcohol-free", "Alcohol-free beer", "Alkoholmentes sör", 990, 27, "beer", 2),
    Product("spritzer-200ml", "Wine spritzer", "Kisfröccs", 690, 27, "", 3, False),
    Product("spritzer-300ml", "Large wine spritzer", "Nagyfröccs", 990, 27, "", 4, False),
    Product("rose-150ml", "Rosé, a glass", "Rozé, egy pohár", 1190, 27, "", 2, False),
    Product("aperol-spritz", "Aperol spritz", "Aperol spritz", 2390, 27, "", 3, False),
    Product("palinka-40ml", "Plum pálinka 4 cl", "Szilvapálinka 4 cl", 1690, 27, "", 2, False),
    Product("lemonade-400ml", "House lemonade", "Házi limonádé", 1090, 5, "lemonade", 6),
    Product("cola-330ml", "Cola 0.33 l", "Kóla 0,33 l", 690, 27, "cold", 5),
    Product("sparkling-water", "Sparkling water", "Szénsavas víz", 490, 27, "cold", 4),
    Product("still-water", "Still water", "Szénsavmentes víz", 490, 27, "cold", 3),
    Product("iced-tea", "Peach iced tea", "Barackos jeges tea", 790, 27, "cold", 2),
    Product("espresso", "Espresso", "Eszpresszó", 650, 5, "coffee", 3),
    Product("cappuccino", "Cappuccino", "Cappuccino", 890, 5, "coffee", 4),
    Product("flat-white", "Flat white", "Flat white", 1090, 5, "coffee", 3),
)
FOOD = (
    Product("langos-plain", "Plain lángos", "Sima lángos", 1290, 5, "langos", 3),
    Product(
        "langos-cheese",
        "Cheese and sour cream lángos",
        "Sajtos-tejfölös lángos",
        1990,
        5,
        "langos",
        7,
    ),
    Product("goulash-bowl", "Goulash soup", "Gulyásleves", 2490, 5, "soup", 4),
    Product(
        "sausage-grilled",
        "Grilled sausage with bread",
        "Sült kolbász kenyérrel",
        2790,
        5,
        "grill",
        5,
    ),
    Product(
        "chicken-burger", "Crispy chicken burger", "Ropogós csirkeburger", 3290, 5, "burger", 5
    ),
    Product("beef-burger", "Beef burger", "Marhahúsos burger", 3690, 5, "burger", 6),
    Product("veggie-burger", "Halloumi burger", "Halloumi burger", 3390, 5, "burger", 2),
    Product("hot-dog", "Hot dog", "Hot dog", 1690, 5, "grill", 4),
    Product("fries", "French fries", "Hasábburgonya", 1190, 5, "fries", 7),
    Product("sweet-potato-fries", "Sweet potato fries", "Édesburgonya", 1590, 5, "fries", 3),
    Product("fried-cheese", "Fried cheese with rice", "Rántott sajt rizzsel", 2990, 5, "fries", 3),
    Product("caesar-salad", "Chicken Caesar salad", "Csirkés cézár saláta", 3190, 5, "", 2),
    Product("cucumber-salad", "Cucumber salad", "Uborkasaláta", 790, 5, "", 2),
    Product("chimney-cake", "Chimney cake", "Kürtőskalács", 1890, 5, "sweet", 3),
    Product("pancakes", "Pancakes, two pieces", "Palacsinta, két darab", 1290, 5, "sweet", 3),
    Product("somloi", "Somlói sponge cake", "Somlói galuska", 1790, 5, "", 2),
)
EXTRAS = {
    "beer": (
        Product("extra-lemon", "Slice of lemon", "Citromkarika", 100),
        Product("raspberry-syrup", "Raspberry syrup", "Málnaszörp", 200),
    ),
    "cold": (
        Product("extra-lemon", "Slice of lemon", "Citromkarika", 100),
        Product("no-ice", "No ice", "Jég nélkül", 0),
        Product("extra-ice", "Extra ice", "Sok jéggel", 0),
    ),
    "lemonade": (
        Product("lemonade-mint", "With mint", "Mentával", 0, 5),
        Product("lemonade-strawberry", "With strawberry", "Eperrel", 250, 5),
        Product("no-sugar", "No sugar", "Cukor nélkül", 0, 5),
    ),
    "coffee": (
        Product("oat-milk", "Oat milk", "Zabtej", 250, 5),
        Product("extra-shot", "Extra shot", "Dupla adag", 300, 5),
        Product("decaf", "Decaffeinated", "Koffeinmentes", 0, 5),
    ),
    "langos": (
        Product("extra-garlic", "Extra garlic", "Extra fokhagyma", 150, 5),
        Product("extra-cheese", "Extra cheese", "Extra sajt", 450, 5),
        Product("bacon-bits", "Bacon", "Bacon", 550, 5),
    ),
    "soup": (
        Product("bread-slice", "Bread", "Kenyér", 200, 5),
        Product("hot-paprika", "Hot paprika", "Erős paprika", 100, 5),
    ),
    "grill": (
        Product("mustard", "Mustard", "Mustár", 100, 5),
        Product("horseradish", "Horseradish", "Torma", 200, 5),
        Product("fried-onion", "Fried onion", "Pirított hagyma", 250, 5),
    ),
    "burger": (
        Product("extra-cheese", "Extra cheese", "Extra sajt", 450, 5),
        Product("bacon-bits", "Bacon", "Bacon", 550, 5),
        Product("no-onion", "No onion", "Hagyma nélkül", 0, 5),
        Product("gluten-free-bun", "Gluten-free bun", "Gluténmentes zsemle", 490, 5),
    ),
    "fries": (
        Product("ketchup", "Ketchup", "Ketchup", 200, 5),
        Product("mayonnaise", "Mayonnaise", "Majonéz", 200, 5),
        Product("garlic-sauce", "Garlic sauce", "Fokhagymás szósz", 350, 5),
    ),
    "sweet": (
        Product("cocoa", "Cocoa", "Kakaós", 0, 5),
        Product("cinnamon", "Cinnamon", "Fahéjas", 0, 5),
        Product("apricot-jam", "Apricot jam", "Baracklekvár", 150, 5),
        Product("vanilla-ice-cream", "Vanilla ice cream", "Vaníliafagylalt", 690, 5),
    ),
}

PRODUCTS = DRINKS + FOOD

DEMO_CATALOGUE: dict[str, Product] = {
    product.id: product
    for product in (*PRODUCTS, *(extra for group in EXTRAS.values() for extra in group))
}
