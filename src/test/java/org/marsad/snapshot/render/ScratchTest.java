package org.marsad.snapshot.render;
import java.awt.Color; import java.io.*; import java.time.*; import java.nio.file.*; import org.junit.jupiter.api.Test;
class ScratchTest { @Test void t() throws Exception {
  for (int k=0;k<2;k++) try (var f = new PdfFile()) { var p = f.addPage(400,300); var c = new PdfCanvas(f,p,300);
   int y=30; for (var s : new String[]{"دوريات مشتركة على طول الحدود بين مالي والسنغال (كايس – ديبولي) 2024","مرصدًا للأمن ولا إلّا الله أن لإ ١٢٣ كم","Le long de la frontière Mali–Sénégal : « كايس » et Ɓaŋa","ffi office 😀 AVATAR"}) { int yy=y; 
    c.tagged(k==0?Tag.PARAGRAPH:Tag.PARAGRAPH,"",()->{ var l=Shaper.shared().shape(s,Weight.REGULAR,Shaper.Direction.AUTO_LTR); c.halo(l,20,yy,14,Color.YELLOW,3); c.text(l,20,yy,14,Color.BLACK);}); y+=40; }
   p.content(c.finish()); f.save(new PdfFile.About("عنوان","me","s","Marsad","ar",OffsetDateTime.parse("2026-01-01T00:00:00Z")),true,Files.newOutputStream(Path.of("/tmp/snapa/t"+k+".pdf"))); }
  var g = new SvgCanvas(400,300,"ar",true); var q=new PngCanvas(400,300,144); for (Canvas c : new Canvas[]{g,q}) { var l=Shaper.shared().shape("دوريات مشتركة (كايس) ab",Weight.SEMIBOLD,Shaper.Direction.AUTO_LTR); c.halo(l,20,50,14,Color.YELLOW,3);c.text(l,20,50,14,Color.BLACK);} Files.writeString(Path.of("/tmp/snapa/t.svg"),g.finish("t","d",java.util.Map.of())); javax.imageio.ImageIO.write(q.finish(),"png",new File("/tmp/snapa/t.png"));
}}
