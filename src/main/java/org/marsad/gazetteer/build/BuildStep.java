package org.marsad.gazetteer.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One derived file, or several, made from the sources. The same sources must give the same bytes. */
public interface BuildStep {
    /** What is being made, for the progress line. */
    String title();

    /**
     * Writes the derived files into a directory and names them.
     *
     * @throws IOException where a source is unreadable or is not what the step expects
     */
    List<Path> write(PackageSources sources, Path derived) throws IOException;
}
