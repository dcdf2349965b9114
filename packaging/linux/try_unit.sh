#!/usr/bin/env bash
# Try Pult's units on a till that is switched on: called by prove_till.sh, not by hand.
set -uo pipefail

# shellcheck source=packaging/linux/till.sh
. /house/packaging/linux/till.sh
cheers=http://127.0.0.1:9401

beat() { user_unit show -P WatchdogTimestampMonotonic pult.service; }
beats() { (($(beat) > $1)); }
watchdog() { user_unit show -P MainPID "${1:-pult.service}"; }
restarts() { is "${1:-pult.service}" NRestarts "$2"; }
orders() { # orders NUMBER: of a customer at Cheers
    curl -sf -X POST -H 'Content-Type: application/json' -d "{\"orderNumber\": \"$1\"}" \
        "$cheers/_control/place_order"
}
whole_screen() {
    as_till xprop -name Pult _NET_WM_STATE | grep -q _NET_WM_STATE_FULLSCREEN
}

a_new_till
cat >"$config" <<TABLES
[till]
language = "en"
[callbacks]
port = 9402
[vendors.cheers]
enabled = true
base_url = "$cheers"
api_key = "k"
[[printers]]
name = "files"
kind = "virtual"
TABLES
chown till:till "$config"
cp "$config" /tmp/toml
systemd-run -q --unit=cheers pult simulate cheers --port 9401 --key k --control \
    --callback-url http://127.0.0.1:9402/callbacks/cheers

echo "-- it starts with the log-in"
check "the user is logged in, with a display" log_in
check "it is not there unless it is wanted" no_pult
check "it is wanted from now on" user_unit enable --now pult.service
check "it has told that it is ready" is pult.service ActiveState active
check "a window is on the screen" wait_until a_window
since=$(beat)
check "systemd hears the window beat" wait_until beats "$since"
check "an order comes in" orders A-41
check "it is on the board" screen =A-41

echo "-- the window crashes"
orders A-42 >/dev/null
former=$(window)
check "it is killed" kill -KILL "$former"
check "another window is on the screen" wait_until another_window "$former"
check "it says so, and has both orders" screen '=Pult stopped by itself and was started again.' =A-41 =A-42
check "systemd had nothing to do" restarts pult.service 0

echo "-- the window hangs"
former=$(window)
check "it is stopped" kill -STOP "$former"
check "another window is on the screen" wait_until another_window "$former"
check "the one that hung is gone" not kill -0 "$former"
check "it says so, and has both orders" screen '=Pult stopped by itself and was started again.' =A-41 =A-42
check "systemd had nothing to do" restarts pult.service 0

echo "-- the watchdog crashes"
former=$(window)
check "it is killed" kill -KILL "$(watchdog)"
check "another window is on the screen" wait_until another_window "$former"
check "systemd has started it again" restarts pult.service 1
check "both orders are there" screen =A-41 =A-42

echo "-- the watchdog hangs"
former=$(window)
check "it is stopped" kill -STOP "$(watchdog)"
check "systemd starts it again" wait_until restarts pult.service 2
check "another window is on the screen" wait_until another_window "$former"
check "both orders are there" screen =A-41 =A-42

echo "-- it is ended"
check "systemctl stop" user_unit stop pult.service
check "nothing of it is left" no_pult
check "it ended with code 0" is pult.service ExecMainStatus 0
check "systemd found that in order" is pult.service Result success
check "it starts again" user_unit start pult.service
check "a window is on the screen" wait_until a_window
check "pult close" pult close
check "it is not started again" wait_until is pult.service ActiveState inactive
check "systemd found that in order" is pult.service Result success

echo "-- its settings cannot be used"
sed 's/language/languages/' /tmp/toml >"$config"
check "it starts" user_unit start pult.service
check "the screen says so" screen "=Pult cannot start: its settings cannot be used"
since=$(beat)
check "systemd hears that window beat, too" wait_until beats "$since"
check "it is closed" screen Close
check "it is not started again" wait_until is pult.service ActiveState failed
check "it ended with code 2" is pult.service ExecMainStatus 2
cat /tmp/toml >"$config"

echo "-- log-out and log-in"
check "it starts again" user_unit start pult.service
check "a window is on the screen" wait_until a_window
check "the desktop ends" user_unit stop desktop.target
check "it ends with the desktop" wait_until is pult.service ActiveState inactive
check "it ended with code 0" is pult.service ExecMainStatus 0
check "systemd found that in order" is pult.service Result success
check "the user logs out" log_out
check "nothing of it is left" no_pult
check "the user logs in" log_in
check "a window is on the screen" wait_until a_window
check "both orders are there" screen =A-41 =A-42

echo "-- the display crashes"
check "it is killed" pkill -KILL -u till -x Xvfb
check "the user is logged out" wait_until nobody_is_there
check "nothing of it is left" no_pult
check "the user logs in" log_in
check "a window is on the screen" wait_until a_window
check "both orders are there" screen =A-41 =A-42

echo "-- the kiosk"
check "the window alone does not take the whole screen" not whole_screen
check "the kiosk takes its place" user_unit start pult-kiosk.service
check "the other has ended" is pult.service ActiveState inactive
check "systemd found that in order" is pult.service Result success
check "it takes the whole screen" wait_until whole_screen
check "both orders are there" screen =A-41 =A-42
former=$(window)
check "it is killed" kill -KILL "$former"
check "another window is on the screen" wait_until another_window "$former"
check "it takes the whole screen" wait_until whole_screen
check "the window takes its place" user_unit start pult.service
check "the kiosk has ended" is pult-kiosk.service ActiveState inactive
check "it ended with code 0" is pult-kiosk.service ExecMainStatus 0
check "a window is on the screen" wait_until a_window
check "it does not take the whole screen" not whole_screen
check "both orders are there" screen =A-41 =A-42

echo "-- what is kept"
check "the settings are as they were" cmp "$config" /tmp/toml
check "pult check finds the store all right" grep -q '^green  store' <(pult check)
check "the user logs out" log_out
check "nothing of it is left" no_pult
systemctl stop cheers.service
end_of_trial
