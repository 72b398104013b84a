package org.marsad.snapshot.render;

/** What a part of a sheet is, for those who cannot see it. The names are those of PDF's standard structure types. */
enum Tag {
    SECT("Sect", true),
    TABLE("Table", true),
    TR("TR", true),
    TITLE("H1", false),
    HEADING("H2", false),
    PARAGRAPH("P", false),
    FIGURE("Figure", false),
    HEADER_CELL("TH", false),
    CELL("TD", false);

    private final String pdf;
    private final boolean group;

    Tag(String pdf, boolean group) {
        this.pdf = pdf;
        this.group = group;
    }

    String pdf() {
        return pdf;
    }

    /** Whether it holds other parts rather than what is drawn. */
    boolean isGroup() {
        return group;
    }
}
