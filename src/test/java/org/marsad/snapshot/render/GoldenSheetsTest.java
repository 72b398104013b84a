package org.marsad.snapshot.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.snapshot.sheet.Digits;
import org.marsad.snapshot.sheet.Extent;
import org.marsad.snapshot.sheet.Format;
import org.marsad.snapshot.sheet.Paper;
import org.marsad.snapshot.sheet.Sheet;
import org.marsad.text.Language;

/**
 * Five sheets against pictures that somebody looked at and found good. On one version of Java they are the same to the pixel; other
 * versions may smooth edges differently, so up to 0.5 % of the pixels may differ by more than 32 of 255 in a colour. To bless what
 * is drawn now: {@code -Dmarsad.bless=true}, and look at the pictures.
 */
class GoldenSheetsTest {
    private static final Path PICTURES = Path.of("src/test/resources/org/marsad/snapshot/render");
    private static final int DIFFERENCE = 32;
    private static final double SHARE = 0.005;

    private static Sheet sheet(String name) {
        return switch (name) {
            case "corridor-ar-a4-landscape" ->
                SampleSheets.corridor(Language.AR, Digits.ARABIC_INDIC, Paper.A4_LANDSCAPE);
            case "corridor-fr-a4-portrait" -> SampleSheets.corridor(Language.FR, Digits.WESTERN, Paper.A4_PORTRAIT);
            case "counted-en-wide" -> SampleSheets.aggregated(Language.EN, Digits.WESTERN, Paper.WIDE_LANDSCAPE);
            case "date-line-fr-a4-landscape" ->
                SampleSheets.empty(
                        Language.FR, Paper.A4_LANDSCAPE, new Extent(176, -20, -178, -15), "Fidji, de part et d’autre");
            case "point-ar-a4-portrait" ->
                SampleSheets.empty(
                        Language.AR, Paper.A4_PORTRAIT, new Extent(-3.0074, 16.7735, -3.0074, 16.7735), "تمبكتو");
            default -> throw new IllegalArgumentException(name);
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "corridor-ar-a4-landscape",
                "corridor-fr-a4-portrait",
                "counted-en-wide",
                "date-line-fr-a4-landscape",
                "point-ar-a4-portrait"
            })
    void theSheetLooksAsItDidWhenItWasFoundGood(String name) throws IOException {
        var out = new ByteArrayOutputStream();
        new DrawnSheets().render(sheet(name), Format.PNG, 96, out);
        var file = PICTURES.resolve(name + ".png");
        if (Boolean.getBoolean("marsad.bless")) {
            Files.createDirectories(PICTURES);
            Files.write(file, out.toByteArray());
        }
        var now = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
        var good = ImageIO.read(file.toFile());
        assertThat(now.getWidth()).isEqualTo(good.getWidth());
        assertThat(now.getHeight()).isEqualTo(good.getHeight());
        assertThat(differing(now, good)).as("share of pixels that differ").isLessThanOrEqualTo(SHARE);
    }

    private static double differing(BufferedImage now, BufferedImage good) {
        long count = 0;
        for (int y = 0; y < now.getHeight(); y++) {
            for (int x = 0; x < now.getWidth(); x++) {
                int a = now.getRGB(x, y);
                int b = good.getRGB(x, y);
                for (int shift = 0; shift < 24; shift += 8) {
                    if (Math.abs((a >> shift & 255) - (b >> shift & 255)) > DIFFERENCE) {
                        count++;
                        break;
                    }
                }
            }
        }
        return (double) count / now.getWidth() / now.getHeight();
    }
}
