PRAGMA application_id = 1347767380;
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE events (
	id INTEGER NOT NULL, 
	order_id TEXT NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	kind TEXT NOT NULL, 
	data TEXT NOT NULL, 
	CONSTRAINT pk_events PRIMARY KEY (id), 
	CONSTRAINT fk_events_order_id FOREIGN KEY(order_id) REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "events" VALUES(1,'order-1','2026-11-20T11:00:00.000000+00:00','received','{"word":"ő"}');
CREATE TABLE inbox (
	vendor TEXT NOT NULL, 
	vendor_order_id TEXT NOT NULL, 
	received_at VARCHAR(32) NOT NULL, 
	due_at VARCHAR(32) NOT NULL, 
	tries INTEGER NOT NULL, 
	misses INTEGER NOT NULL, 
	quarantined BOOLEAN NOT NULL, 
	CONSTRAINT pk_inbox PRIMARY KEY (vendor, vendor_order_id)
)
 WITHOUT ROWID

;
INSERT INTO "inbox" VALUES('cheers','c-9','2026-11-20T11:00:00.000000+00:00','2026-11-20T11:00:00.000000+00:00',0,0,0);
CREATE TABLE memory (
	name TEXT NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_memory PRIMARY KEY (name)
)
 WITHOUT ROWID

;
INSERT INTO "memory" VALUES('catalogue set aside at','2026-11-20T11:00:00+00:00');
INSERT INTO "memory" VALUES('printer counter answers','yes');
CREATE TABLE numbers (
	day TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	last INTEGER NOT NULL, 
	CONSTRAINT pk_numbers PRIMARY KEY (day, kind)
)
 WITHOUT ROWID

;
INSERT INTO "numbers" VALUES('2026-11-20','walkin',1);
CREATE TABLE order_cards (
	order_id TEXT NOT NULL, 
	card_id TEXT NOT NULL, 
	CONSTRAINT pk_order_cards PRIMARY KEY (order_id), 
	CONSTRAINT fk_order_cards_order_id FOREIGN KEY(order_id) REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID

;
CREATE TABLE order_references (
	order_id TEXT NOT NULL, 
	system TEXT NOT NULL, 
	their_id TEXT NOT NULL, 
	CONSTRAINT pk_order_references PRIMARY KEY (order_id, system), 
	CONSTRAINT uq_order_references_system_their_id UNIQUE (system, their_id), 
	CONSTRAINT fk_order_references_order_id FOREIGN KEY(order_id) REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID

;
INSERT INTO "order_references" VALUES('order-1','oktopos','12345');
CREATE TABLE products (
	product_id TEXT NOT NULL, 
	names TEXT NOT NULL, 
	barcode TEXT NOT NULL, 
	price_minor INTEGER, 
	price_currency TEXT, 
	station TEXT NOT NULL, 
	vat TEXT, 
	article TEXT NOT NULL, 
	CONSTRAINT pk_products PRIMARY KEY (product_id)
)
 WITHOUT ROWID

;
INSERT INTO "products" VALUES('lager','{"en":"Lager","hu":"Világos sör"}','5449000000996',119000,'HUF','bar','27','123');
CREATE TABLE previous_products (
	product_id TEXT NOT NULL, 
	names TEXT NOT NULL, 
	barcode TEXT NOT NULL, 
	price_minor INTEGER, 
	price_currency TEXT, 
	station TEXT NOT NULL, 
	vat TEXT, 
	article TEXT NOT NULL, 
	CONSTRAINT pk_previous_products PRIMARY KEY (product_id)
)
 WITHOUT ROWID

;
INSERT INTO "previous_products" VALUES('pie','{"hu":"Pite"}','',NULL,NULL,'',NULL,'');
CREATE TABLE pauses (
	vendor TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	since VARCHAR(32) NOT NULL, 
	until VARCHAR(32), 
	rejects BOOLEAN NOT NULL, 
	text TEXT NOT NULL, 
	message TEXT NOT NULL, 
	CONSTRAINT pk_pauses PRIMARY KEY (vendor)
)
 WITHOUT ROWID

;
INSERT INTO "pauses" VALUES('cheers','kitchen_full','2026-11-20T11:00:00.000000+00:00',NULL,1,'','Sorry, full.');
CREATE TABLE sold_out (
	"key" TEXT NOT NULL, 
	product_id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	vendor TEXT NOT NULL, 
	day TEXT NOT NULL, 
	since VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_sold_out PRIMARY KEY ("key")
)
 WITHOUT ROWID

;
INSERT INTO "sold_out" VALUES('id:lager','lager','Lager','cheers','2026-11-20','2026-11-20T11:00:00.000000+00:00');
CREATE TABLE order_customers (
	order_id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	phone TEXT NOT NULL, 
	email TEXT NOT NULL, 
	address TEXT NOT NULL, 
	comment TEXT NOT NULL, 
	facts TEXT NOT NULL, 
	line_notes TEXT NOT NULL, 
	reject_reason TEXT NOT NULL, 
	handed_over_unpaid TEXT NOT NULL, 
	return_notes TEXT NOT NULL, 
	CONSTRAINT pk_order_customers PRIMARY KEY (order_id), 
	CONSTRAINT fk_order_customers_order_id FOREIGN KEY(order_id) REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID

;
INSERT INTO "order_customers" VALUES('full','Szűcs Ödön','+36 (20) 555-0147','odon@example.org','1052 Budapest, Váci utca 1.','Ring twice.
Thank you!','[[["metadata.car","ABC-123"],["metadata.car","again"]],[["invoice","wanted"]]]','{"0":"no foam please","1":"thin","2":"sea","4":"cold"}','no more lager','the boss said so','["the foam was warm"]');
INSERT INTO "order_customers" VALUES('order-1','Kovács Anna','+36 30 123 4567','','','','','','','','');
CREATE TABLE order_payloads (
	order_id TEXT NOT NULL, 
	raw TEXT NOT NULL, 
	CONSTRAINT pk_order_payloads PRIMARY KEY (order_id), 
	CONSTRAINT fk_order_payloads_order_id FOREIGN KEY(order_id) REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "order_payloads" VALUES('full','{"raw": "ű"}');
INSERT INTO "order_payloads" VALUES('order-1','{}');
CREATE TABLE order_search (
	received_at VARCHAR(32) NOT NULL, 
	order_id TEXT NOT NULL, 
	vendor TEXT NOT NULL, 
	state TEXT NOT NULL, 
	payment TEXT NOT NULL, 
	plain TEXT NOT NULL, 
	personal TEXT NOT NULL, 
	CONSTRAINT pk_order_search PRIMARY KEY (received_at, order_id), 
	CONSTRAINT fk_order_search_order_id FOREIGN KEY(order_id) REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID

;
INSERT INTO "order_search" VALUES('2026-11-20T10:31:00.123456+00:00','full','cheers','LEFT','RETURN_DUE','a-77
c-full
terrace 4','szucs odon
+36 (20) 555-0147
36205550147');
INSERT INTO "order_search" VALUES('2026-11-20T11:00:02.000000+00:00','order-1','cheers','NEW','NOT_DUE','a-1
cheers-order-1
','kovacs anna
+36 30 123 4567
36301234567');
CREATE TABLE orders (
	id TEXT NOT NULL, 
	vendor TEXT NOT NULL, 
	vendor_order_id TEXT NOT NULL, 
	number TEXT NOT NULL, 
	number_is_ours BOOLEAN NOT NULL, 
	slip_code TEXT NOT NULL, 
	state TEXT NOT NULL, 
	payment TEXT NOT NULL, 
	board_column TEXT, 
	due_minor INTEGER NOT NULL, 
	due_currency TEXT NOT NULL, 
	total_minor INTEGER NOT NULL, 
	total_currency TEXT NOT NULL, 
	placed_at VARCHAR(32) NOT NULL, 
	received_at VARCHAR(32) NOT NULL, 
	wanted_at VARCHAR(32), 
	accepted_at VARCHAR(32), 
	ready_at VARCHAR(32), 
	ended_at VARCHAR(32), 
	ended_by TEXT, 
	accepted_here BOOLEAN NOT NULL, 
	attention TEXT, 
	held_in TEXT, 
	quiet BOOLEAN NOT NULL, 
	in_later BOOLEAN NOT NULL, 
	opened BOOLEAN NOT NULL, 
	held_until VARCHAR(32), 
	kept_back TEXT, 
	vendor_word TEXT NOT NULL, 
	word_is_unknown BOOLEAN NOT NULL, 
	payment_word TEXT NOT NULL, 
	due_doubt TEXT NOT NULL, 
	desk TEXT NOT NULL, 
	channel TEXT NOT NULL, 
	undo TEXT, 
	payments TEXT NOT NULL, 
	settling TEXT, 
	to_settle_since VARCHAR(32), 
	basket TEXT NOT NULL, 
	CONSTRAINT pk_orders PRIMARY KEY (id), 
	CONSTRAINT uq_orders_slip_code UNIQUE (slip_code), 
	CONSTRAINT uq_orders_vendor_vendor_order_id UNIQUE (vendor, vendor_order_id)
);
INSERT INTO "orders" VALUES('full','cheers','c-full','A-77',1,'PULT-FULL-0001','LEFT','RETURN_DUE','READY',123456789012345,'HUF',500001,'HUF','2026-11-20T10:30:00.000000+00:00','2026-11-20T10:31:00.123456+00:00','2026-11-20T11:45:00.000000+00:00','2026-11-20T11:01:00.000000+00:00','2026-11-20T11:08:00.000000+00:00','2026-11-20T11:20:00.000000+00:00','vendor',1,'went_another_way','READY',1,1,1,'2026-11-20T10:40:00.000000+00:00','paused','given_up',1,'external','unknown_word','Terrace 4','kiosk','{"move":"LEFT","from_state":"READY","from_payment":"DUE","until":"2026-11-20T11:20:05+00:00"}','[[{"method":"cash","amount":[300000,"HUF"],"given":[500000,"HUF"]},{"method":"card","amount":[200000,"HUF"]}],[{"method":"other","amount":[1000,"HUF"]}]]','[{"kind":"not_told","since":"2026-11-20T11:20:00+00:00","move":"LEFT","ticked_at":"2026-11-20T11:22:00+00:00"},{"kind":"refund_there","since":"2026-11-20T11:20:00.250000+00:00","move":"LEFT","amount":[12345,"EUR"]}]','2026-11-20T11:20:00.250000+00:00','{"currency":"HUF","lines":[{"product_id":"draught-lager-0.5-l","name":"Draught lager 0.5 l","quantity":3,"unit_price":120000,"discount":5000,"collect":2500,"vat":"27.50","takeaway":true,"modifiers":[{"product_id":"lime","name":"Lime","quantity":1,"unit_price":10000,"discount":0,"collect":0,"vat":null,"takeaway":false,"modifiers":[{"product_id":"salt","name":"Salt","quantity":1,"unit_price":0,"discount":0,"collect":0,"vat":null,"takeaway":false}]},{"product_id":"ice","name":"Ice","quantity":1,"unit_price":0,"discount":0,"collect":0,"vat":"0","takeaway":false}]},{"product_id":"soda","name":"Soda","quantity":1,"unit_price":40000,"discount":0,"collect":0,"vat":null,"takeaway":false}],"tip":20000,"tip_collect":10000,"total":500001,"total_is_computed":false,"delivery":{"kind":"other","word":"by drone","fee":50000,"collect":[7,"EUR"],"vat":"5"},"adjustments":[["Loyal since 2019",-30000],["",[5,"EUR"]]]}');
INSERT INTO "orders" VALUES('order-1','cheers','cheers-order-1','A-1',0,'PULT-DV1B-X9MV','NEW','NOT_DUE','NEW',0,'HUF',460000,'HUF','2026-11-20T11:00:00.000000+00:00','2026-11-20T11:00:02.000000+00:00',NULL,NULL,NULL,NULL,NULL,0,NULL,NULL,0,0,0,NULL,NULL,'pending',0,'','','','',NULL,'[[],[]]',NULL,NULL,'{"currency":"HUF","lines":[{"product_id":"draught-lager-0.5-l","name":"Draught lager 0.5 l","quantity":2,"unit_price":120000,"discount":0,"collect":0,"vat":null,"takeaway":false},{"product_id":"ham-sandwich","name":"Ham sandwich","quantity":1,"unit_price":190000,"discount":0,"collect":0,"vat":null,"takeaway":false,"modifiers":[{"product_id":"extra-cheese","name":"Extra cheese","quantity":1,"unit_price":30000,"discount":0,"collect":0,"vat":null,"takeaway":false}]}],"tip":0,"tip_collect":0,"total":460000,"total_is_computed":true}');
CREATE TABLE outbox (
	id TEXT NOT NULL, 
	order_id TEXT NOT NULL, 
	system TEXT NOT NULL, 
	sequence INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	state TEXT NOT NULL, 
	created_at VARCHAR(32) NOT NULL, 
	due_at VARCHAR(32) NOT NULL, 
	message TEXT NOT NULL, 
	tries INTEGER NOT NULL, 
	misses INTEGER NOT NULL, 
	re_read_first BOOLEAN NOT NULL, 
	refusal TEXT NOT NULL, 
	acknowledged BOOLEAN NOT NULL, 
	settled_at VARCHAR(32), 
	reference TEXT NOT NULL, 
	body TEXT NOT NULL, 
	held BOOLEAN NOT NULL, 
	"by" TEXT NOT NULL, 
	CONSTRAINT pk_outbox PRIMARY KEY (id), 
	CONSTRAINT uq_outbox_order_id_system_sequence UNIQUE (order_id, system, sequence), 
	CONSTRAINT fk_outbox_order_id FOREIGN KEY(order_id) REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID

;
INSERT INTO "outbox" VALUES('full-push','order-1','oktopos',7,'reject','UNCONFIRMED','2026-11-20T11:01:00.000000+00:00','2026-11-20T11:02:00.000000+00:00','Sorry, no more lager',3,4,1,'too late',1,'2026-11-20T11:03:00.000000+00:00','20261120-7','{"reason":"no lager"}',1,'p-1');
CREATE TABLE print_jobs (
	id TEXT NOT NULL, 
	order_id TEXT, 
	printer TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	state TEXT NOT NULL, 
	created_at VARCHAR(32) NOT NULL, 
	copy INTEGER NOT NULL, 
	not_confirmed BOOLEAN NOT NULL, 
	cause TEXT, 
	attempts INTEGER NOT NULL, 
	offered BOOLEAN NOT NULL, 
	settled_at VARCHAR(32), 
	station_printer TEXT, 
	stations TEXT, 
	CONSTRAINT pk_print_jobs PRIMARY KEY (id), 
	CONSTRAINT fk_print_jobs_order_id FOREIGN KEY(order_id) REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID

;
INSERT INTO "print_jobs" VALUES('full-job','order-1','kitchen','reprint','UNSURE','2026-11-20T11:01:00.000000+00:00',2,1,'cover open',3,1,'2026-11-20T11:03:00.000000+00:00','kitchen','["grill", "ő"]');
CREATE TABLE pins (
	owner TEXT NOT NULL, 
	salt BLOB NOT NULL, 
	digest BLOB NOT NULL, 
	wrong INTEGER NOT NULL, 
	wait_until VARCHAR(32), 
	CONSTRAINT pk_pins PRIMARY KEY (owner)
)
 WITHOUT ROWID

;
INSERT INTO "pins" VALUES('shop',X'73616C74',X'646967657374',6,'2026-11-20T11:05:00.000000+00:00');
CREATE TABLE staff (
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	badge TEXT NOT NULL, 
	removed_at VARCHAR(32), 
	CONSTRAINT pk_staff PRIMARY KEY (id)
)
 WITHOUT ROWID

;
INSERT INTO "staff" VALUES('p-1','Szűcs Anna','digest-1',NULL);
CREATE INDEX ix_orders_on_board ON orders (received_at, id) WHERE board_column IS NOT NULL;
CREATE INDEX ix_orders_to_settle ON orders (to_settle_since, id) WHERE to_settle_since IS NOT NULL;
CREATE INDEX ix_orders_ended_at ON orders (ended_at, id) WHERE ended_at IS NOT NULL;
CREATE INDEX ix_events_order_id ON events (order_id, id);
CREATE INDEX ix_outbox_open ON outbox (order_id, sequence) WHERE state IN ('WAITING', 'SENDING', 'UNCONFIRMED');
CREATE INDEX ix_print_jobs_unsettled ON print_jobs (created_at, id) WHERE state IN ('QUEUED', 'SENDING', 'UNSURE');
CREATE INDEX ix_products_barcode ON products (barcode);
CREATE INDEX ix_print_jobs_order_id ON print_jobs (order_id, copy);
CREATE UNIQUE INDEX ix_print_jobs_one_station_slip ON print_jobs (order_id, station_printer) WHERE kind = 'station';
CREATE UNIQUE INDEX ix_print_jobs_one_slip ON print_jobs (order_id) WHERE kind = 'slip';
CREATE TABLE cash_movements (
	id TEXT NOT NULL, 
	till_id TEXT NOT NULL, 
	shift_id TEXT NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	way TEXT NOT NULL, 
	minor INTEGER NOT NULL, 
	currency TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	"by" TEXT NOT NULL, 
	CONSTRAINT pk_cash_movements PRIMARY KEY (id)
)
 WITHOUT ROWID

;
INSERT INTO "cash_movements" VALUES('move-1','till-1','','2026-11-20T11:06:00.000000+00:00','out',100000,'HUF','flowers, paid in cash','p-1');
CREATE TABLE outages (
	id TEXT NOT NULL, 
	till_id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	name TEXT NOT NULL, 
	word TEXT NOT NULL, 
	since VARCHAR(32) NOT NULL, 
	until VARCHAR(32) NOT NULL, 
	is_open BOOLEAN NOT NULL, 
	CONSTRAINT pk_outages PRIMARY KEY (id)
)
 WITHOUT ROWID

;
INSERT INTO "outages" VALUES('outage-1','till-1','printer','counter','paper out','2026-11-20T11:10:00.000000+00:00','2026-11-20T11:12:00.000000+00:00',1);
CREATE TABLE shifts (
	id TEXT NOT NULL, 
	till_id TEXT NOT NULL, 
	opened_at VARCHAR(32) NOT NULL, 
	closed_at VARCHAR(32), 
	floats TEXT NOT NULL, 
	counted TEXT NOT NULL, 
	note TEXT NOT NULL, 
	opened_by TEXT NOT NULL, 
	closed_by TEXT NOT NULL, 
	CONSTRAINT pk_shifts PRIMARY KEY (id)
)
 WITHOUT ROWID

;
INSERT INTO "shifts" VALUES('shift-1','till-1','2026-11-20T11:10:00.000000+00:00','2026-11-20T17:40:00.000000+00:00','[[2000000, "HUF"], [500, "EUR"]]','[[3199500, "HUF"], [500, "EUR"]]','a note of 500 was torn','p-1','p-2');
CREATE TABLE takings (
	id INTEGER NOT NULL, 
	till_id TEXT NOT NULL, 
	shift_id TEXT NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	order_id TEXT NOT NULL, 
	vendor TEXT NOT NULL, 
	method TEXT NOT NULL, 
	minor INTEGER NOT NULL, 
	currency TEXT NOT NULL, 
	CONSTRAINT pk_takings PRIMARY KEY (id), 
	CONSTRAINT fk_takings_order_id FOREIGN KEY(order_id) REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "takings" VALUES(1,'till-1','','2026-11-20T11:05:00.000000+00:00','order-1','walkin','cash',250000,'HUF');
CREATE INDEX ix_cash_movements_at ON cash_movements (at);
CREATE INDEX ix_cash_movements_shift_id ON cash_movements (shift_id, till_id);
CREATE INDEX ix_outages_open ON outages (till_id) WHERE is_open;
CREATE INDEX ix_outages_since ON outages (since);
CREATE UNIQUE INDEX ix_shifts_one_open ON shifts (till_id) WHERE closed_at IS NULL;
CREATE INDEX ix_shifts_till_id ON shifts (till_id, opened_at);
CREATE INDEX ix_takings_at ON takings (at);
CREATE INDEX ix_takings_shift_id ON takings (shift_id, till_id);
CREATE UNIQUE INDEX ix_staff_badge ON staff (badge) WHERE badge <> '';
COMMIT;
