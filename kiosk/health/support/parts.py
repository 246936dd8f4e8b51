"""What stands in the files of a support bundle; what cannot be read is said there."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any, NamedTuple

from kiosk.base.errors import KioskError, disk_reason
from kiosk.base.settings import LoadedSettings, Settings, read_staff_choices
from kiosk.health.library_facts import LibraryFacts
from kiosk.health.report_text import finding_lines, finding_to_json
from kiosk.health.run_checks import HealthReport
from kiosk.health.support.service_log import read_service_log
from kiosk.i18n.translator import translator
from kiosk.library.crash_log import read_record
from kiosk.library.json_values import error_to_json, generation_to_json, trusted_root_to_json
from kiosk.library.trust.trusted_roots import read_trusted_roots

MAX_LOG_ENTRIES = 200


class SupportFacts(NamedTuple):
    """What was read for a support bundle: the settings in effect and as loaded, library, checks, language."""

    settings: Settings
    loaded: LoadedSettings
    library: LibraryFacts
    report: HealthReport
    language: str


def guarded(read: Callable[[], Any]) -> Any:
    """What `read` returns, or the error that says why it could not."""
    try:
        return read()
    except OSError as error:
        return {"error": error_to_json(disk_reason(error))}
    except KioskError as error:
        return {"error": error_to_json(error)}


def health_values(facts: SupportFacts) -> dict[str, object]:
    """The health report as `kiosk doctor --json` prints it."""
    checks = [finding_to_json(finding) for finding in facts.report.findings]
    return {"at": facts.report.at, "level": facts.report.level, "checks": checks, "log": facts.report.log}


def health_text(facts: SupportFacts) -> str:
    """The health report in the language."""
    lines = [line for one in facts.report.findings for line in finding_lines(one, facts.language)]
    return "\n".join([*lines, "", *(entry[facts.language] for entry in facts.report.log), ""])


def settings_values(facts: SupportFacts) -> dict[str, object]:
    """The settings in effect, what staff have chosen of them, and the faults of their file."""
    settings = asdict(facts.settings) | {"technician": "set" if facts.settings.technician else ""}
    return {
        "file": str(facts.loaded.file or ""),
        "settings": settings,
        "chosen_by_staff": sorted(read_staff_choices(facts.loaded.settings)),
        "faults": [{"line": one.line} | error_to_json(one.problem) for one in facts.loaded.faults],
    }


def library_values(facts: SupportFacts) -> dict[str, object]:
    """The programmes of the library, its damaged files, its publishers and its log."""
    status = facts.library.status
    problem = facts.library.problem or status.copied_because
    return {
        "current": generation_to_json(status.current),
        "previous": generation_to_json(status.previous),
        "newer": generation_to_json(status.newer),
        "damaged": status.damaged,
        "time_floor": facts.library.time_floor,
        "problem": error_to_json(problem) if problem else None,
        "publishers": guarded(
            lambda: [trusted_root_to_json(root) for root in read_trusted_roots(facts.library.folder)]
        ),
        "log": [{"at": at, "what": what, **detail} for at, what, detail in status.log[-MAX_LOG_ENTRIES:]],
    }


def crash_values(facts: SupportFacts) -> list[dict[str, object]]:
    """The screen's last crashes, the oldest first."""
    return [crash._asdict() for crash in read_record(facts.library.folder).crashes]


def log_text(facts: SupportFacts) -> str:
    """The newest lines of the service's log, or a sentence that there are none."""
    try:
        return read_service_log()
    except KioskError as error:
        return translator(facts.language).error(error) + "\n"
