"""Screenshots for people to look at, with FACTCHECK_SHOTS=FOLDER; without it, only that they can be made."""

from harness import DESK, PHONE


def pictures_of_all_kinds(lab):
    if not lab.shots:
        return
    for report in ("samples", "mixed", "right-to-left", "hostile", "empty", "problems"):
        for width, size in (("desk", DESK), ("phone", PHONE)):
            for scheme in ("light", "dark"):
                page = lab.open(report, size=size, dark=scheme == "dark", reduced_motion="reduce")
                lab.shoot(page, f"{report}-{width}-{scheme}", whole=report != "hostile")
                page.context.close()
    page = lab.open("samples", size={"width": 794, "height": 1123})
    page.emulate_media(media="print")
    lab.shoot(page, "samples-paper")
    page.pdf(path=lab.shots / "samples.pdf", format="A4")
