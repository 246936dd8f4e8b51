"""What tests of printing share: an impatient one, who waits for a printer no longer than a test may."""

from kiosk.printing.watch import Patience

HASTY = Patience(trouble=1, silence=5, total=30, pause=0.05)
