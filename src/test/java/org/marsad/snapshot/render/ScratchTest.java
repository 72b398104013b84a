package org.marsad.snapshot.render;
import java.nio.file.*; import org.junit.jupiter.api.Test; import org.marsad.snapshot.sheet.*; import org.marsad.text.Language; import java.util.*;
class ScratchTest { @Test void t() throws Exception {
  var d = new DrawnSheets(); var dir = Path.of("/tmp/snapa/out"); Files.createDirectories(dir);
  var m = new LinkedHashMap<String,Sheet>();
  m.put("ar-land", SampleSheets.corridor(Language.AR, Digits.ARABIC_INDIC, Paper.A4_LANDSCAPE));
  m.put("fr-port", SampleSheets.corridor(Language.FR, Digits.WESTERN, Paper.A4_PORTRAIT));
  m.put("en-wide", SampleSheets.corridor(Language.EN, Digits.WESTERN, Paper.WIDE_LANDSCAPE));
  m.put("ar-port", SampleSheets.corridor(Language.AR, Digits.WESTERN, Paper.A4_PORTRAIT));
  m.put("en-agg", SampleSheets.aggregated(Language.EN, Digits.WESTERN, Paper.A4_LANDSCAPE));
  m.put("ar-agg", SampleSheets.aggregated(Language.AR, Digits.ARABIC_INDIC, Paper.A3_PORTRAIT));
  m.put("en-fiji", SampleSheets.empty(Language.EN, Paper.A4_LANDSCAPE, new Extent(176,-20,-178,-15), "Fiji, over the date line"));
  m.put("fr-world", SampleSheets.empty(Language.FR, Paper.A4_LANDSCAPE, new Extent(-180,-60,180,80), "Le monde"));
  m.put("ar-point", SampleSheets.empty(Language.AR, Paper.A4_PORTRAIT, new Extent(-3.0074,16.7735,-3.0074,16.7735), "تمبكتو"));
  for (var e : m.entrySet()) for (var f : new Format[]{Format.PNG,Format.PDF,Format.SVG}) { long t=System.nanoTime(); try (var o = Files.newOutputStream(dir.resolve(e.getKey()+"."+f.extension()))) { d.render(e.getValue(), f, 110, o); } System.out.println(e.getKey()+" "+f+" "+(System.nanoTime()-t)/1000000+" ms "+Files.size(dir.resolve(e.getKey()+"."+f.extension()))); }
}}
