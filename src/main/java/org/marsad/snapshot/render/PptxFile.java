package org.marsad.snapshot.render;
import java.io.*; import java.util.List; import org.marsad.snapshot.sheet.Sheet;
final class PptxFile { PptxFile(int dpi) {} void write(String title, List<Sheet> sheets, OutputStream out) throws IOException {} }
