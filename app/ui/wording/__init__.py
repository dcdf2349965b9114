"""All words of the screen that come from codes, translated when they are asked for.

`shop` is `app.usecases.desk.Shop` (language, time zone, seconds to undo); texts are plain.

* `moves`: `move_text(move)`, `flight_text(move)`, `kind_text(push_kind)`.
* `figures`: `amount(money, shop)` "5,160 Ft", `figure(money, shop)`, `clock(moment, shop)` "18:24",
  `day_clock(moment, shop, now)`, `item_count(n)`.
* `notices`: `notice_message(notice, at, shop, titles)` → `widgets.Message`, ready for the strip;
  `notice_details(notice)` → "P-02 · …" for the day's list.
* `lamps`: `lamp_state(lamp, now)` → `widgets.LampState`; `lamp_story(lamp, shop, now)` →
  `LampStory(head, safe, todo, do, dont, facts, details)`; `lamp_banner(lamp, shop, slips_waiting)`
  → `widgets.BannerText | None`.
* `scan`: `scan_answer(answered, shop, now)` → `widgets.Answer`, button keys UNDO and
  TAKE_PAYMENT; `scan_message(answered, at, shop, now)` → the same words for the strip.
* `card`: `card_of(snapshot, shop, now, *, opened=False, limits=LIMITS)` → `board.card.Card`;
  `marks_of(snapshot, shop)`, most urgent first.
* `order`: `state_chip(snapshot)`, `ordered_line(snapshot, shop, now)`, `slip_line(snapshot, shop)`.
* `next_step`: `next_step(snapshot, shop, now)` → `NextStep(icon, ink, runs)`.
* `troubles`:
  `troubles(snapshot, shop, now)` → `Trouble(shape, runs, moves)` to be settled first.
* `facts`: `fact_label(key)`, `fact_value(fact)`; `details_of(snapshot, shop, now)`.
"""
