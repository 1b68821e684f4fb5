"""The parts of the look that are computed: the headline, the margins' words, the photos; and the pages."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from goldens import Golden
from prexport.brand.headline import set_headline, text_width
from prexport.brand.load import load_brand
from prexport.brand.tokens import MILLIMETRES_PER_POINT
from prexport.document.tree import Figure, plain
from prexport.export import prepare
from prexport.readers.pdf.describe import describe
from prexport.writers.options import WriteOptions
from prexport.writers.pdf.weasyprint.boxes import POINTS_PER_PIXEL
from prexport.writers.pdf.weasyprint.furniture import furniture
from prexport.writers.pdf.weasyprint.photos import has_long_captions, photo_widths
from prexport.writers.pdf.write import write
from writers.pdf_cases import brand, document, opened, pdf, photo

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "samples").glob("*/release.json"))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.parent.name)
def test_samples(sample: Path, golden: Golden) -> None:
    name = sample.parent.name
    look = load_brand("cyberport" if name.startswith("cyberport") else "default")
    prepared = prepare(sample, brand=look)
    assert prepared.document is not None
    options = WriteOptions(name=name, public_source=prepared.public_source)
    (file,) = write(prepared.document, look, options)

    golden.check(f"writers/expected/pdf/{name}.txt", describe(file.data))
    pages = pypdfium2.PdfDocument(file.data)
    for number in range(len(pages)):
        picture = io.BytesIO()
        pages[number].render(scale=0.6).to_pil().save(picture, "PNG")
        golden.picture(f"writers/expected/pdf/{name}-{number + 1}.png", picture.getvalue(), width=360)


@pytest.mark.parametrize(
    "headline",
    [
        "Short",
        "A headline of a common length that fills about two lines of a page",
        "Authority Congratulates the Opening of the Regional Branch of the National Academy of Something Long "
        "and of Entrepreneurship (North) at the Old Harbour",
        "藍塘海港博物館「聽潮」展廳八月開放，十二米造浪水槽重現風暴潮，市民可免費親手造一場大潮，全年開放",
    ],
)
def test_a_headline_has_three_lines_at_most(headline: str) -> None:
    made = document(headline=headline)
    setting = set_headline(plain(made.headline.runs), "en", brand(), "a4")

    baselines = set()
    with opened(pdf(made)) as file:
        size = baseline = 0.0
        for step in pikepdf.parse_content_stream(file.pages[0]):
            match str(step.operator):
                case "Tf":
                    size = float(step.operands[1]) * POINTS_PER_PIXEL
                case "Tm":
                    baseline = float(step.operands[5])
                case "TJ" if abs(size - setting.size_pt) < 0.01:
                    baselines.add(round(baseline))

    assert setting.size_pt >= brand().style("subheadline").size_pt
    assert 1 <= len(baselines) <= 3


def test_the_lines_of_a_headline_are_of_like_length() -> None:
    made = document(headline="A headline of a common length that fills about two lines of a page and a bit")
    setting = set_headline(plain(made.headline.runs), "en", brand(), "a4")

    whole = text_width(
        brand(), "A headline of a common length that fills about two lines", "en", "headline", bold=True
    )
    assert setting.width_mm < brand().page("a4").text_width_mm
    assert setting.width_mm < whole * setting.size_pt * MILLIMETRES_PER_POINT


def test_the_running_header_is_cut_at_a_word() -> None:
    made = document(
        headline="Nine hundred and ninety-nine ships are expected in the harbour over the summer months"
    )

    header = furniture(made, brand(), "a4")

    assert '"Nine hundred and ninety-nine ships are expected…"' in header


def test_words_of_the_margins_are_strings_and_nothing_else() -> None:
    made = document(publisher={"name": 'A "B" \\ </style>'}, headline="x")

    assert '"A \\22 B\\22  \\5c  \\3c /style>"' in furniture(made, brand(), "a4")


def test_photos_in_a_row_share_its_width_by_their_shapes() -> None:
    figure = {"type": "figure", "src": "photo.jpg", "alt": "A gate"}
    made = document(body=["Text.", figure, figure])

    rules = photo_widths(made, brand(), "a4")

    shares = [float(rule.partition("width: ")[2].partition("%")[0]) for rule in rules.splitlines()]
    assert sum(shares) == pytest.approx(100, abs=0.01)
    assert shares[1] > shares[0], "the second one has the gutter as its padding"


def test_long_captions_stand_beside_photos_that_stand_together() -> None:
    def made(caption: str, count: int) -> object:
        figure = {"type": "figure", "src": "photo.jpg", "alt": "A gate", "caption": caption}
        return document(body=["Text.", *[figure] * count])

    assert has_long_captions(made("word " * 80, 2))  # type: ignore[arg-type]
    assert not has_long_captions(made("word " * 80, 1))  # type: ignore[arg-type]
    assert not has_long_captions(made("word", 2))  # type: ignore[arg-type]


def test_us_letter() -> None:
    options = WriteOptions(name="release", public_source=b"{}", page_size="letter")
    (file,) = write(document(), brand(), options)

    with opened(file.data) as read:
        assert [round(float(value)) for value in read.pages[0].MediaBox] == [0, 0, 612, 792]


def test_a_photo_is_carried_as_it_is() -> None:
    made = document(body=[{"type": "figure", "src": "photo.jpg", "alt": "A gate"}])
    (figure,) = made.body
    assert isinstance(figure, Figure)

    assert photo().data in pdf(made)
