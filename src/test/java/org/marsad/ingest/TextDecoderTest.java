package org.marsad.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTest {
    private static final String ARABIC = "قتل أربعة جنود في هجوم شنه مسلحون على نقطة عسكرية قرب مدينة غاو شمالي مالي، "
            + "وفق ما أعلنه مصدر عسكري؛ وقال إن الجيش أرسل تعزيزات إلى المنطقة يوم 4 نوفمبر 2024.";
    private static final String FRENCH =
            "Des hommes armés ont attaqué un poste de l'armée près de Ménaka : à l'aube, ils "
                    + "ont brûlé deux véhicules. « C'était très tôt », a dit un témoin. Être là, ça coûte.";
    private static final String SHORT_FRENCH = "Éleveurs tués à Téra";
    private static final String SHORT_ARABIC = "هجوم على قرية قرب سيغو";
    private static final String ENGLISH = "The army said on Monday that it had killed twelve fighters near Gao.";

    private record Case(String text, Charset charset) {}

    static List<Case> texts() {
        var cases = new ArrayList<Case>();
        for (var text : List.of(ARABIC, SHORT_ARABIC)) {
            for (var charset : List.of("UTF-8", "UTF-16LE", "UTF-16BE", "windows-1256", "ISO-8859-6")) {
                cases.add(new Case(text, Charset.forName(charset)));
            }
        }
        for (var text : List.of(FRENCH, SHORT_FRENCH)) {
            for (var charset : List.of("UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252")) {
                cases.add(new Case(text, Charset.forName(charset)));
            }
        }
        for (var charset : List.of("UTF-8", "UTF-16LE", "UTF-16BE")) {
            cases.add(new Case(ENGLISH, Charset.forName(charset)));
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource("texts")
    void findsTheEncodingWithoutAMark(Case text) {
        assertThat(TextDecoder.decode(text.text.getBytes(text.charset)))
                .isEqualTo(new Decoded.Text(text.text, text.charset));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkIsNoPartOfTheText(String charset) {
        assertThat(TextDecoder.decode(("\uFEFF" + ARABIC).getBytes(Charset.forName(charset))))
                .isEqualTo(new Decoded.Text(ARABIC, Charset.forName(charset)));
    }

    @Test
    void partsOfAnArabicTextAreNotTakenForAnotherEncoding() {
        var random = new Random(9);
        for (var charset : List.of(Charset.forName("windows-1256"), Charset.forName("ISO-8859-6"))) {
            for (int round = 0; round < 300; round++) {
                int begin = random.nextInt(ARABIC.length() - 40);
                var part = ARABIC.substring(begin, begin + 25 + random.nextInt(15));
                assertThat(TextDecoder.decode(part.getBytes(charset)))
                        .as(part)
                        .isEqualTo(new Decoded.Text(part, charset));
            }
        }
    }

    @Test
    void aFewBrokenCharactersDoNotHideUtf8() {
        var bytes = (ARABIC + " X").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = (byte) 0x92;
        assertThat(TextDecoder.decode(bytes)).isEqualTo(new Decoded.Text(ARABIC + " \uFFFD", StandardCharsets.UTF_8));
    }

    @Test
    void refusesTextThatWasCutOff() {
        var utf16 = ("\uFEFF" + ARABIC).getBytes(StandardCharsets.UTF_16LE);
        assertRefused(Arrays.copyOf(utf16, utf16.length - 1), "UTF-16", "cut off");
        assertRefused(Arrays.copyOfRange(utf16, 2, utf16.length - 1), "UTF-16", "cut off");
        var pair = ("\uFEFF" + ARABIC + "😀").getBytes(StandardCharsets.UTF_16BE);
        assertRefused(Arrays.copyOf(pair, pair.length - 2), "UTF-16", "cut off");
        var utf8 = SHORT_ARABIC.getBytes(StandardCharsets.UTF_8);
        assertRefused(Arrays.copyOf(utf8, utf8.length - 1), "UTF-8", "cut off");
    }

    @Test
    void refusesWhatIsNoText() {
        assertRefused(new byte[0], "empty");
        assertRefused("%PDF-1.7 ...".getBytes(StandardCharsets.UTF_8), "PDF", "pdftotext");
        assertRefused("PK\u0003\u0004word/document.xml".getBytes(StandardCharsets.UTF_8), "office");
        assertRefused(new byte[] {1, 2, 3, 0, 4, 5, 6, 0}, "binary");
        var random = new Random(1);
        for (int round = 0; round < 50; round++) {
            var noise = new byte[4000];
            random.nextBytes(noise);
            noise[0] = 'x';
            assertThat(TextDecoder.decode(noise)).isInstanceOf(Decoded.Refusal.class);
        }
    }

    @Test
    void refusesLettersThatMakeNoSense() {
        var bytes = new byte[200];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (0x81 + i * 37 % 127);
        }
        assertRefused(bytes, "encoding");
    }

    private static void assertRefused(byte[] bytes, String... words) {
        assertThat(TextDecoder.decode(bytes))
                .isInstanceOfSatisfying(
                        Decoded.Refusal.class,
                        refusal -> assertThat(refusal.reason()).contains(words));
    }
}
