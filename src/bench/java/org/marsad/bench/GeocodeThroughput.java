package org.marsad.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.marsad.gazetteer.Gazetteers;
import org.marsad.geocode.Geoparser;
import org.marsad.geocode.Mention;
import org.marsad.text.ArticleText;
import org.marsad.text.Articles;
import org.marsad.text.SourceDocument;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One article through the geoparser, full resolution; splitting the document is counted too. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.SECONDS)
public class GeocodeThroughput {
    /** UTF-8 bytes of an article. */
    @Param("3600")
    public int bytes;

    /** Gazetteer files to load besides the built-in one, separated by the path separator; empty for none. */
    @Param("")
    public String files;

    /** Where images of the index are kept. */
    @Param("target/bench-geocode")
    public String data;

    private Geoparser geoparser;
    private List<SourceDocument> documents;
    private final AtomicInteger next = new AtomicInteger();

    @Setup
    public void load() {
        geoparser = new Geoparser(new Gazetteers(Path.of(data)).compiled(GeocodeBench.paths(files)));
        documents = Samples.ofBytes(bytes);
    }

    /** Returns the mentions so that nothing of the work can be left out. */
    @Benchmark
    public int article() {
        var document = documents.get(Math.floorMod(next.getAndIncrement(), documents.size()));
        int mentions = 0;
        for (ArticleText article : Articles.split(document)) {
            List<Mention> found = geoparser.parse(document.text(), article);
            mentions += found.size();
        }
        return mentions;
    }
}
