# shellcheck shell=bash
# A bare Debian or Ubuntu in a temporary folder, which proofs source. What they may be told:
#   SUITE    bookworm (Debian 12) unless told; trixie, or Ubuntu's jammy and noble
#   MIRROR   where its packages are, unless debootstrap's own is to be used; for Ubuntu always
#   KEYRING  the keys they are signed with, where debootstrap does not find them by itself

suite=${SUITE:-bookworm}
place=$(mktemp -d)
root=$place/root

# In that system, with nothing of this one's environment; as root, and as an ordinary user. Lists of
# words, so that what is started in the background is the program itself.
inside=(chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8
    DEBIAN_FRONTEND=noninteractive)
# shellcheck disable=SC2034  # for who sources this
till=("${inside[@]}" setpriv --reuid=till --regid=till --init-groups env HOME=/home/till)

step() { printf '\n== %s\n' "$1"; }

fail() {
    printf 'pult: not proved: %s\n' "$*" >&2
    exit 1
}

apt() { "${inside[@]}" apt-get -q -y "$@" >"$place/apt.log" 2>&1 || fail "$(tail -n 5 "$place/apt.log")"; }

make_bare_system() {
    local options source
    [[ $(id -u) == 0 ]] || fail "a bare system is made as root: sudo bash $0 …"
    step "a bare system ($suite)"
    options=(--variant=minbase --force-check-gpg ${KEYRING:+--keyring="$KEYRING"})
    source=(${MIRROR:+"$MIRROR"})
    case $suite in
    jammy | noble)
        # All Ubuntus have both; a debootstrap that is older than the suite lacks but its name.
        options+=(--components "main,universe")
        source=("${MIRROR:?the address of Ubuntu packages is needed, such as that in sources.list}" gutsy)
        ;;
    esac
    debootstrap "${options[@]}" "$suite" "$root" "${source[@]}" \
        >"$place/debootstrap.log" 2>&1 || fail "$(tail -n 1 "$place/debootstrap.log")"
    mount -t proc proc "$root/proc"
    printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
    chmod 755 "$root/usr/sbin/policy-rc.d"
    cp -L /etc/resolv.conf "$root/etc/resolv.conf"
    "${inside[@]}" useradd --create-home --shell /bin/bash till
    apt update
}

remove_bare_system() {
    local mounted
    # What is still mounted must never be removed with the folder.
    for mounted in "$root/tmp/.X11-unix" "$root/proc"; do
        ! mountpoint -q "$mounted" || umount "$mounted"
    done
    rm -rf --one-file-system -- "$place"
}

# newer_package PACKAGE VERSION TARGET: the same package, saying that it is another version.
newer_package() {
    dpkg-deb -R "$1" "$place/next"
    sed -i "s/^Version: .*/Version: $2/" "$place/next/DEBIAN/control"
    dpkg-deb --root-owner-group -Znone --build "$place/next" "$3" >/dev/null
    rm -rf -- "$place/next"
}
