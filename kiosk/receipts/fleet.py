"""The receipts of many kiosks, summarised: the newest of each, outdated packs, inconsistencies."""

from collections import defaultdict

from kiosk.base.errors import KioskError
from kiosk.receipts.receipt import PackSummary, Receipt
from kiosk.receipts.signed_file import SignedReceipt

MAX_KIOSKS = 5_000
"""The most kiosks whose newest receipt is kept."""
_MAX_NAMES = 8


class Fleet:
    """The newest receipt of each kiosk; its memory does not grow with the number of receipts."""

    def __init__(self, max_kiosks: int = MAX_KIOSKS) -> None:
        self.read = 0
        self._max_kiosks = max_kiosks
        self._left_out = 0
        self._newest: dict[str, Receipt] = {}
        self._corners: dict[str, set[str]] = defaultdict(set)

    def add(self, signed_receipt: SignedReceipt) -> None:
        """Count a receipt, and keep it if it is the newest of its kiosk."""
        self.read += 1
        receipt, key = signed_receipt
        if key not in self._newest and len(self._newest) == self._max_kiosks:
            self._left_out += 1
            return
        if len(self._corners[key]) < _MAX_NAMES:
            self._corners[key].add(receipt.corner)
        if key not in self._newest or _sort_key(self._newest[key]) < _sort_key(receipt):
            self._newest[key] = receipt

    def receipts(self) -> list[Receipt]:
        """The newest receipt of each kiosk, sorted by Corner."""
        return sorted(self._newest.values(), key=lambda receipt: (receipt.corner, receipt.kiosk))

    def newest_versions(self) -> dict[str, int]:
        """The highest pack version that any kiosk shows, by publisher."""
        newest: dict[str, int] = {}
        for receipt in self._newest.values():
            for pack in receipt.shown or ():
                newest[pack.publisher] = max(pack.version, newest.get(pack.publisher, 0))
        return newest

    def outdated_packs(self) -> list[tuple[Receipt, PackSummary, int]]:
        """The shown packs of which another kiosk shows a newer version, each with that newest version."""
        newest = self.newest_versions()
        return [
            (receipt, pack, newest[pack.publisher])
            for receipt in self.receipts()
            for pack in receipt.shown or ()
            if pack.version < newest[pack.publisher]
        ]

    def inconsistencies(self) -> list[KioskError]:
        """Keys, kiosks and Corners that do not match, as errors for somebody to look into."""
        corners: dict[str, set[str]] = defaultdict(set)
        ids: dict[str, set[str]] = defaultdict(set)
        for key, receipt in self._newest.items():
            corners[receipt.corner].add(receipt.kiosk)
            ids[receipt.kiosk].add(key)
        problems = [
            KioskError("receipts.two_kiosks", corner=corner, kiosks=_join_names(kiosks))
            for corner, kiosks in sorted(corners.items())
            if corner and len(kiosks) > 1
        ]
        problems += [
            KioskError("receipts.two_keys", kiosk=kiosk)
            for kiosk, keys in sorted(ids.items())
            if len(keys) > 1
        ]
        problems += [
            KioskError("receipts.two_corners", kiosk=receipt.kiosk, corners=_join_names(named))
            for key, receipt in self._newest.items()
            if len(named := self._corners[key] - {""}) > 1
        ]
        return problems + ([KioskError("receipts.left_out", n=self._left_out)] if self._left_out else [])


def _join_names(names: set[str]) -> str:
    return ", ".join(sorted(names)[:_MAX_NAMES]) + (", …" if len(names) > _MAX_NAMES else "")


def _sort_key(receipt: Receipt) -> tuple[int, int]:
    """Sorts by number first: the clock may have been ahead for a while."""
    return receipt.number, receipt.effective
