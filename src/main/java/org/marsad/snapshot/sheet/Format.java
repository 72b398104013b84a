package org.marsad.snapshot.sheet;

/** Kinds of file that a sheet is drawn as. */
public enum Format {
    SVG("svg", "image/svg+xml"),
    PDF("pdf", "application/pdf"),
    PNG("png", "image/png"),
    PPTX("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation");

    private final String extension;
    private final String mediaType;

    Format(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** Without a dot. */
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }
}
