package org.marsad.snapshot.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.snapshot.Programs;
import org.marsad.snapshot.sheet.Digits;
import org.marsad.snapshot.sheet.Extent;
import org.marsad.snapshot.sheet.Format;
import org.marsad.snapshot.sheet.KeyTable;
import org.marsad.snapshot.sheet.Paper;
import org.marsad.snapshot.sheet.Sheet;
import org.marsad.snapshot.sheet.SheetCounts;
import org.marsad.snapshot.sheet.SheetEvent;
import org.marsad.snapshot.sheet.Shown;
import org.marsad.snapshot.sheet.Where;
import org.marsad.text.Language;

class DrawnSheetsTest {
    private static final Sheet ARABIC = SampleSheets.corridor(Language.AR, Digits.ARABIC_INDIC, Paper.A4_LANDSCAPE);
    private static final Extent SAHEL = new Extent(-6, 13, 2, 18);

    private final DrawnSheets renderer = new DrawnSheets();

    @TempDir
    Path folder;

    private byte[] render(Sheet sheet, Format format) throws IOException {
        var out = new ByteArrayOutputStream();
        renderer.render(sheet, format, 96, out);
        return out.toByteArray();
    }

    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document);
    }

    @ParameterizedTest
    @EnumSource(names = {"SVG", "PDF", "PNG"})
    void theSameSheetGivesTheSameBytes(Format format) throws IOException {
        var again = SampleSheets.corridor(Language.AR, Digits.ARABIC_INDIC, Paper.A4_LANDSCAPE);
        assertThat(render(again, format)).isEqualTo(render(ARABIC, format));
    }

    @Test
    void aPdfIsTaggedAndItsFontsAreEmbedded() throws IOException {
        try (var document = Loader.loadPDF(render(ARABIC, Format.PDF))) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("ar");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo(ARABIC.title());
            var page = document.getPage(0);
            assertThat(page.getMediaBox().getWidth()).isCloseTo(841.89f, within(0.01f));
            for (COSName name : page.getResources().getFontNames()) {
                var font = page.getResources().getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+.*");
            }
            var types = new ArrayList<String>();
            var alternatives = new ArrayList<String>();
            collect(catalog.getStructureTreeRoot(), types, alternatives);
            assertThat(types).contains("Document", "H1", "H2", "P", "Figure", "Table", "TR", "TH", "TD", "Link");
            assertThat(alternatives).anyMatch(text -> text.contains("خريطة") && text.contains("لامبرت"));
        }
    }

    private static void collect(PDStructureNode node, List<String> types, List<String> alternatives) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                types.add(element.getStructureType());
                if (element.getAlternateDescription() != null) {
                    alternatives.add(element.getAlternateDescription());
                }
                collect(element, types, alternatives);
            }
        }
    }

    @Test
    void arabicIsFoundInTheOrderInWhichItIsRead() throws IOException {
        try (var document = Loader.loadPDF(render(ARABIC, Format.PDF))) {
            assertThat(text(document)).contains("الحوادث على طول الحدود بين مالي والسنغال", "لا تُعرف");
        }
    }

    @Test
    void otherProgramsFindTheTitleAndTheFontsToo() throws Exception {
        Programs.need("pdftotext", "poppler-utils");
        var file = folder.resolve("sheet.pdf");
        Files.write(file, render(ARABIC, Format.PDF));
        assertThat(Programs.run("pdftotext", file.toString(), "-"))
                .contains("الحوادث على طول الحدود بين مالي والسنغال");
        var fonts = Programs.run("pdffonts", file.toString()).lines().skip(2).toList();
        assertThat(fonts).isNotEmpty().allMatch(line -> line.matches(".*Identity-H\\s+yes\\s+yes\\s+yes.*"));
    }

    @Test
    void aPictureHasTheSizeOfThePaper() throws IOException {
        var out = new ByteArrayOutputStream();
        renderer.render(ARABIC, Format.PNG, 150, out);
        var image = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
        assertThat(image.getWidth()).isEqualTo(Math.round(297 / 25.4 * 150));
        assertThat(image.getHeight()).isEqualTo(Math.round(210 / 25.4 * 150));
    }

    @Test
    void anSvgIsWellFormedAndItsTextCanBeRead() throws Exception {
        var hostile = with(ARABIC, "<b>&\"title\"\u0001</b> ]]>", "note");
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(render(hostile, Format.SVG)));
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("<b>&\"title\"</b> ]]>");
        assertThat(document.getElementsByTagName("text").getLength()).isGreaterThan(50);
    }

    @Test
    void aLongTitleIsCutOnThePageAndWholeInTheMetadata() throws IOException {
        var title = "الحدود Mali–Sénégal 2025 (منطقة كايس) and back again "
                .repeat(12)
                .substring(0, 500);
        for (var paper : Paper.values()) {
            var sheet = with(SampleSheets.corridor(Language.FR, Digits.WESTERN, paper), title, "x".repeat(3000));
            try (var document = Loader.loadPDF(render(sheet, Format.PDF))) {
                assertThat(document.getDocumentInformation().getTitle()).isEqualTo(title);
                assertThat(text(document)).contains("…");
            }
        }
        assertThat(render(with(ARABIC, title, ""), Format.PPTX)).isNotEmpty();
    }

    @Test
    void aCharacterThatNoFontHasIsABoxAndSaidSo() throws IOException {
        var sheet = with(SampleSheets.empty(Language.EN, Paper.A4_PORTRAIT, SAHEL, "Calm"), "Calm 😀 \uD800 ꙮ", "");
        try (var document = Loader.loadPDF(render(sheet, Format.PDF))) {
            assertThat(text(document)).contains("no font of Marsad has");
        }
        var plain = SampleSheets.empty(Language.EN, Paper.A4_PORTRAIT, SAHEL, "Ŋalam, Ɓaŋa");
        try (var document = Loader.loadPDF(render(plain, Format.PDF))) {
            assertThat(text(document)).contains("Ŋalam, Ɓaŋa").doesNotContain("no font of Marsad has");
        }
    }

    @Test
    void aSheetWithoutEventsSaysSoAndItsLegendClaimsNone() throws IOException {
        var sheet = SampleSheets.empty(Language.EN, Paper.A4_LANDSCAPE, SAHEL, "Nothing");
        try (var document = Loader.loadPDF(render(sheet, Format.PDF))) {
            assertThat(text(document))
                    .contains("No event matches this filter")
                    .doesNotContain("Attack", "Known by an area only", "Border and corridor");
        }
    }

    @Test
    void countsAreSaidToBeCounts() throws IOException {
        try (var document = Loader.loadPDF(
                render(SampleSheets.aggregated(Language.EN, Digits.WESTERN, Paper.A4_LANDSCAPE), Format.PDF))) {
            assertThat(text(document)).contains("Too many events to draw one by one", "Number of events");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "176,-20,-178,-15,Albers",
                "-3,16.8,-3,16.8,Lambert",
                "-180,-90,180,90,Eckert",
                "-180,60,180,90,Lambert",
                "179.99,-90,-179.99,90,Eckert",
                "-20,-35,52,38,Lambert",
                "180,0,180,0,Lambert",
                "0,90,0,90,Lambert"
            })
    void everyExtentHasASheetThatNamesItsProjection(String text) throws IOException {
        var parts = text.split(",");
        var extent = new Extent(
                Double.parseDouble(parts[0]),
                Double.parseDouble(parts[1]),
                Double.parseDouble(parts[2]),
                Double.parseDouble(parts[3]));
        var sheet = SampleSheets.empty(Language.EN, Paper.A4_LANDSCAPE, extent, "Anywhere");
        try (var document = Loader.loadPDF(render(sheet, Format.PDF))) {
            assertThat(text(document)).contains(parts[4]).contains("at the centre");
        }
    }

    @Test
    void anEventOnTheOtherSideOfTheWorldIsNotOnTheMap() throws IOException {
        var where = new Where.AtPlaces(List.of(new Where.LonLat(178, -15.5), new Where.LonLat(-2, 15)));
        var around = new Where.Around("far", new Where.LonLat(177, -14), 300);
        var events = List.of(
                new SheetEvent(1, 1, where, 1, "ASSAULT", "Assault", "", "", null, null),
                new SheetEvent(2, 1, around, 4, "PROTEST", "Protest", "", "", 3, null));
        var sheet = SampleSheets.sheet(
                Language.EN,
                Digits.WESTERN,
                Paper.A4_LANDSCAPE,
                "Far",
                "",
                SAHEL,
                List.of(),
                new Shown.Events(events),
                null,
                new SheetCounts(2, 0, 0, null, null, List.of()),
                null,
                KeyTable.NONE);
        try (var document = Loader.loadPDF(render(sheet, Format.PDF))) {
            assertThat(text(document)).contains("Attack", "2 events").doesNotContain("Known by an area only");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFullDiskIsTheCallersToKnow(Format format) {
        var full = new OutputStream() {
            private int left = 20_000;

            @Override
            public void write(int b) throws IOException {
                if (--left < 0) {
                    throw new IOException("No space left on device");
                }
            }
        };
        assertThatThrownBy(() -> renderer.render(ARABIC, format, 96, full))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 95, 601})
    void resolutionsOutOfBoundsAreRefused(int dpi) {
        assertThatThrownBy(() -> renderer.render(ARABIC, Format.PNG, dpi, OutputStream.nullOutputStream()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("96 to 600");
    }

    @Test
    void aPackHasAPageForEachSheetAndItsOwnNumbers() throws IOException {
        var sheets = List.of(
                SampleSheets.corridor(Language.EN, Digits.WESTERN, Paper.A4_PORTRAIT),
                SampleSheets.aggregated(Language.EN, Digits.WESTERN, Paper.A3_LANDSCAPE));
        var out = new ByteArrayOutputStream();
        renderer.render("Morning", sheets, Format.PDF, 96, out);
        try (var document = Loader.loadPDF(out.toByteArray())) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Morning");
            assertThat(document.getPage(1).getMediaBox().getWidth()).isGreaterThan(1000);
            assertThat(text(document)).contains("Page 1 of 2", "Page 2 of 2");
        }
    }

    @Test
    void aSlideHoldsTextThatCanBeEditedFromRightToLeft() throws IOException {
        try (var show = new XMLSlideShow(new ByteArrayInputStream(render(ARABIC, Format.PPTX)))) {
            var slide = show.getSlides().getFirst();
            var texts = slide.getShapes().stream()
                    .filter(XSLFTextShape.class::isInstance)
                    .map(shape -> ((XSLFTextShape) shape))
                    .toList();
            var title = texts.stream()
                    .filter(shape -> shape.getText().equals(ARABIC.title()))
                    .findFirst()
                    .orElseThrow();
            assertThat(title.getTextParagraphs()
                            .getFirst()
                            .getXmlObject()
                            .getPPr()
                            .getRtl())
                    .isTrue();
            assertThat(show.getSlides()).hasSize(2);
            var table = show.getSlides().getLast().getShapes().stream()
                    .filter(XSLFTable.class::isInstance)
                    .map(XSLFTable.class::cast)
                    .findFirst()
                    .orElseThrow();
            // The first column is the rightmost.
            assertThat(table.getCell(0, table.getNumberOfColumns() - 1).getText())
                    .isEqualTo("#");
            assertThat(show.getPictureData()).hasSizeGreaterThanOrEqualTo(4);
        }
    }

    private static Sheet with(Sheet sheet, String title, String note) {
        return new Sheet(
                title,
                note,
                sheet.classification(),
                sheet.language(),
                sheet.digits(),
                sheet.paper(),
                sheet.extent(),
                sheet.filter(),
                sheet.symbols(),
                sheet.shown(),
                sheet.corridor(),
                sheet.area(),
                sheet.places(),
                sheet.counts(),
                sheet.histogram(),
                sheet.table(),
                sheet.sources(),
                sheet.issue(),
                sheet.page());
    }

    @Test
    void aTableWithoutRowsIsLeftOut() throws IOException {
        var sheet = SampleSheets.sheet(
                Language.FR,
                Digits.WESTERN,
                Paper.A4_PORTRAIT,
                "Rien",
                "",
                SAHEL,
                List.of(),
                new Shown.Events(List.of()),
                null,
                new SheetCounts(0, 0, 0, 0L, 0L, List.of()),
                null,
                new KeyTable("Événements", List.of(new KeyTable.Column("Date", 1, false)), List.of(), 0));
        try (var document = Loader.loadPDF(render(sheet, Format.PDF))) {
            assertThat(text(document)).doesNotContain("Événements\n").contains("Aucun événement");
        }
    }
}
