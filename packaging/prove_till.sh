#!/usr/bin/env bash
# Prove the Debian package on a till that is switched on: booted by systemd, its user logged in at a
# display.
#   sudo [SUITE=…] bash packaging/prove_till.sh dist/pult_VERSION_ARCHITECTURE.deb [TRIAL…]
#   TRIAL    unit: start with the log-in, crash, hang, kiosk, close, log-out
#            updates: a newer version found, fetched, refused, installed, and gone back from
#            keyring: a vendor's key in the desktop's keyring, which is there, locked, or not there
#            All of them unless told.
# Makes a bare system in a temporary folder (about 2 GB for some minutes) and boots it in namespaces
# of its own; this one is not touched. Needs debootstrap and .venv.
# SUITE, MIRROR and KEYRING choose the system: linux/bare.sh.
set -euo pipefail

house=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
package=${1:?which package?}
trials=("${@:2}")
[[ ${#trials[@]} != 0 ]] || trials=(unit updates keyring)
machine="" cgroup="" bad=0
# shellcheck source=packaging/linux/bare.sh
. "$house/packaging/linux/bare.sh"
# shellcheck source=packaging/trying.sh
. "$house/packaging/trying.sh"

clean_up() {
    [[ -z $machine ]] || { kill -KILL "$machine"; wait "$machine"; } 2>/dev/null || true
    # It takes a moment until all of it has ended.
    [[ -z $cgroup ]] || wait_until find "$cgroup" -depth -type d -exec rmdir {} + 2>/dev/null
    remove_bare_system
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# The first process of the booted system.
first() { pgrep -P "$machine"; }

booted() { # booted COMMAND...
    nsenter --target "$(first)" --mount --pid --cgroup --uts --ipc --net --root --wd \
        /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 HOME=/root "$@"
}

is_up() { booted systemctl is-system-running 2>/dev/null | grep -Eqx 'running|degraded'; }
is_up_or_off() { is_up || ! kill -0 "$machine"; }

# Two packages, this version and one that says it is 99.0.0, and the lists that tell of them.
make_releases() {
    local published=$root/srv/published office=$root/srv/office key=$place/private.pem version newer
    version=$(dpkg-deb -f "$package" Version)
    newer=$published/pult_99.0.0_$(dpkg-deb -f "$package" Architecture).deb
    mkdir -- "$published" "$office"
    cp -- "$package" "$published"
    newer_package "$package" 99.0.0 "$newer"
    sign key "$key" | cut -d '"' -f 2 >"$office/public_key"
    list_of "$version" "$published/${package##*/}" --out "$office/older.signed"
    list_of 99.0.0 "$newer" --before "$office/older.signed" --out "$office/newer.signed"
}
sign() { "$house/.venv/bin/python" "$house/packaging/sign_release.py" "$@"; }
list_of() { # list_of VERSION FILE OPTION...
    sign list "$place/private.pem" --base-url http://127.0.0.1:8399 --version "$1" --notes "Tried." \
        "${@:3}" "$2" >/dev/null
}

for trial in "${trials[@]}"; do
    [[ -f $house/packaging/linux/try_$trial.sh ]] || fail "there is no trial $trial"
done
[[ -f $package ]] || fail "$package is not there: bash packaging/deb.sh"

make_bare_system

step "what a till with a display has"
apt install --no-install-recommends systemd-sysv libpam-systemd dbus-user-session xvfb xauth xinit procps \
    at-spi2-core xdotool x11-utils python3-jeepney curl gnome-keyring libsecret-tools
cp -- "$package" "$root/root/pult.deb"
apt install --no-install-recommends /root/pult.deb
mkdir -- "$root/house"
(cd -- "$house" && cp -r --parents packaging/trying.sh packaging/publisher.sh packaging/linux tests/patience.py \
    tests/e2e/harness "$root/house")
chmod -R a+rX "$root/house"
ln -s /house/packaging/linux/till/till.service "$root/etc/systemd/system"
ln -s /house/packaging/linux/till/desktop.target "$root/etc/systemd/user"

if [[ " ${trials[*]} " == *" updates "* ]]; then
    step "a publisher of a newer version"
    make_releases
fi
umount "$root/proc"

step "it is switched on"
cgroup=$(findmnt -n -o TARGET -t cgroup2 | head -n 1)/pult-${place##*.}
mkdir -- "$cgroup"
unshare --pid --fork --kill-child --mount --uts --ipc --net \
    bash "$house/packaging/linux/boot.sh" "$root" "$cgroup" >"$place/boot.log" 2>&1 &
machine=$!
wait_until is_up_or_off
is_up || fail "it does not boot: $(tail -n 3 "$place/boot.log")"
booted systemctl --version | head -n 1

for trial in "${trials[@]}"; do
    step "$trial"
    booted bash "/house/packaging/linux/try_$trial.sh" & # so that a signal need not wait for it
    wait $! || bad=1
done
[[ $bad == 0 ]] || fail "see above"
printf '\npult: proved: %s on a %s that is switched on: %s\n' "$(basename "$package")" "$suite" "${trials[*]}"
