#!/bin/sh
# Makes a kiosk of the bare system in which it runs; /srv/in has the package and what was given for it (build.sh).
set -eu
in=/srv/in

[ ! -e $in/answers ] || debconf-set-selections <$in/answers
install() {
    apt-get -qq -y --no-install-recommends "$@" >/var/log/install.log 2>&1 || { tail -n 20 /var/log/install.log >&2; exit 1; }
}

install install $in/corner-kiosk.deb
# not what the recommended packages recommend in turn: avahi answers on the network
install satisfy "$(dpkg-deb --field $in/corner-kiosk.deb Recommends)"
[ -e $in/answers ] || touch /etc/corner-kiosk/ask
[ ! -e $in/root.json ] || kiosk trust add $in/root.json
[ ! -e $in/programme.kpack ] || kiosk install $in/programme.kpack

# what each computer makes anew at its first start
echo uninitialized >/etc/machine-id
rm -f /var/lib/dbus/machine-id /var/lib/systemd/random-seed
echo corner-kiosk >/etc/hostname
printf '127.0.0.1 localhost\n127.0.1.1 corner-kiosk\n::1 localhost\n' >/etc/hosts
# what CUPS writes beside its settings lies on the partition that can be written
mkdir -p /var/lib/corner-kiosk-system
[ ! -d /etc/cups ] || cp -a /etc/cups /var/lib/corner-kiosk-system/cups

systemctl --quiet enable systemd-networkd systemd-timesyncd corner-kiosk-ask
systemctl --quiet disable apt-daily.timer apt-daily-upgrade.timer
[ ! -e $in/hook ] || sh $in/hook
ln -sf ../run/systemd/resolve/stub-resolv.conf /etc/resolv.conf
apt-get clean
rm -rf /var/lib/apt/lists/* /var/log/*.log /var/log/apt /var/cache/debconf/*-old
