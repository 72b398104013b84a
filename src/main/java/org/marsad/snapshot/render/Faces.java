package org.marsad.snapshot.render;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/**
 * The fonts of sheets: IBM Plex Sans Arabic, whose Latin and Arabic were drawn together and which the dashboard uses too,
 * and Noto Sans for Latin letters that it lacks. No font of the system is used, so that a sheet is the same everywhere.
 */
final class Faces {
    private final Face regular;
    private final Face semibold;
    private final Face other;

    private Faces() {
        regular = read("IBMPlexSansArabic-Regular");
        semibold = read("IBMPlexSansArabic-SemiBold");
        other = read("NotoSans-Regular");
    }

    private static final class Shipped {
        static final Faces INSTANCE = new Faces();
    }

    static Faces shipped() {
        return Shipped.INSTANCE;
    }

    Face face(Weight weight) {
        return weight == Weight.SEMIBOLD ? semibold : regular;
    }

    /** The face for a character: that of the weight where it has it, else one that has; where none has, it shows a box. */
    Face faceFor(int codePoint, Weight weight) {
        var face = face(weight);
        return face.has(codePoint) || !other.has(codePoint) ? face : other;
    }

    private static Face read(String name) {
        try (var in = Faces.class.getResourceAsStream("fonts/" + name + ".ttf")) {
            if (in == null) {
                throw new IllegalStateException("the font " + name + " is not on the class path");
            }
            byte[] file = in.readAllBytes();
            return new Face(name, file, create(file));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private static Font create(byte[] file) throws IOException, FontFormatException {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file));
        } catch (IOException | RuntimeException | Error noSystemFonts) {
            // Where the system has no fontconfig or no fonts, Java refuses to open even a font that is given to it,
            // unless
            // it is told of a configuration; an empty one will do.
            if (System.getProperty("sun.awt.fontconfig") != null) {
                throw noSystemFonts;
            }
            var configuration = Files.createTempFile("marsad-fontconfig", ".properties");
            configuration.toFile().deleteOnExit();
            Files.writeString(configuration, "version=1\nsequence.allfonts=latin-1\n", StandardCharsets.ISO_8859_1);
            System.setProperty("sun.awt.fontconfig", configuration.toString());
            return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file));
        }
    }
}
