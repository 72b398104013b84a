package org.marsad.ingest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Files that hold text for people but not for programs, and others that are often handed in by mistake. */
final class FileKinds {
    private record Kind(String start, String reason) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("%PDF-", "it is a PDF; turn it into text first (pdftotext)"),
            new Kind("PK\u0003\u0004", "it is a ZIP archive or an office document; unpack it or save it as text"),
            new Kind("\u00D0\u00CF\u0011\u00E0", "it is an old office document; save it as text"),
            new Kind("{\\rtf", "it is an RTF document; save it as text"),
            new Kind("\u0089PNG", "it is a picture"),
            new Kind("GIF8", "it is a picture"),
            new Kind("\u00FF\u00D8\u00FF", "it is a picture"),
            new Kind("RIFF", "it is a sound, picture or film"),
            new Kind("ID3", "it is a sound"),
            new Kind("OggS", "it is a sound or film"),
            new Kind("\u007FELF", "it is a program"),
            new Kind("MZ\u0090\u0000", "it is a program"),
            new Kind("\u00CA\u00FE\u00BA\u00BE", "it is a program"),
            new Kind("7z\u00BC\u00AF", "it is an archive; unpack it"),
            new Kind("Rar!", "it is an archive; unpack it"),
            new Kind("BZh", "it is compressed; unpack it"),
            new Kind("\u00FD7zXZ", "it is compressed; unpack it"),
            new Kind("SQLite format 3", "it is a database"));

    private FileKinds() {}

    /** What is wrong with a file that begins so; empty for a file that may be text. */
    static Optional<String> find(byte[] bytes) {
        var start = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
        return KINDS.stream()
                .filter(kind -> start.startsWith(kind.start))
                .map(Kind::reason)
                .findFirst();
    }
}
