# shellcheck shell=bash
# What the trials on a till share: its user, who logs in and out, and what is asked of the window.

# shellcheck source=packaging/trying.sh
. /house/packaging/trying.sh
home=/home/till
config=$home/.config/pult/pult.toml
data=$home/.local/share/pult
# shellcheck disable=SC2034  # for who sources this
log=$data/logs/pult.jsonl
bus=/run/user/$(id -u till)

as_till() { # as_till COMMAND...: as whoever sits at the till
    setpriv --reuid=till --regid=till --init-groups env -C "$home" HOME="$home" DISPLAY=:0 \
        XDG_RUNTIME_DIR="$bus" DBUS_SESSION_BUS_ADDRESS="unix:path=$bus/bus" "$@"
}
user_unit() { as_till systemctl --user "$@"; }
is() { [[ $(user_unit show -P "$2" "$1") == "$3" ]]; } # is UNIT PROPERTY VALUE
log_in() { systemctl start till.service && wait_until is desktop.target ActiveState active; }
log_out() {
    user_unit stop desktop.target
    systemctl stop till.service
    wait_until nobody_is_there
}
nobody_is_there() { ! systemctl -q is-active "user@$(id -u till).service"; }

# The process whose window is on the screen.
window() { as_till xdotool search --onlyvisible --name '^Pult$' getwindowpid 2>/dev/null | sort -u; }
a_window() { [[ $(window | wc -l) == 1 ]]; }
another_window() { a_window && [[ $(window) != "$1" ]]; } # another_window FORMER PID
no_pult() { ! pgrep -x -u till pult; }

screen() { # screen STEP...: press_buttons.py
    as_till env PYTHONPATH=/house PYTHONDONTWRITEBYTECODE=1 timeout "$patience" \
        python3 /house/packaging/linux/press_buttons.py "$@"
}
pult() { as_till timeout "$patience" pult "$@"; }

# A till that nobody has used yet.
a_new_till() {
    rm -rf "$home"
    cp -r /etc/skel "$home"
    mkdir -p "$home/.config/environment.d" "${config%/*}"
    echo QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 >"$home/.config/environment.d/screen_reader.conf"
    chown -R till:till "$home"
}
