package org.marsad.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command line of {@code code}.
 *
 * @param published publication date for documents that give none, or null
 * @param threads how many documents are coded at once, at least 1
 * @param gazetteers files with places to add
 * @param inputs files, and {@code -} for standard input; never empty
 */
record CodeArguments(@Nullable LocalDate published, int threads, List<Path> gazetteers, List<String> inputs) {
    static final String USAGE = "usage: code [--published YYYY-MM-DD] [--threads N] [--gazetteer FILE]... FILE...|-";

    /** A command line that cannot be obeyed; the message says what is wrong with it. */
    static final class UsageException extends Exception {
        private static final long serialVersionUID = 1;

        UsageException(String message) {
            super(message);
        }
    }

    static CodeArguments parse(List<String> words) throws UsageException {
        LocalDate published = null;
        int threads = 1;
        var gazetteers = new ArrayList<Path>();
        var inputs = new ArrayList<String>();
        var rest = words.iterator();
        boolean options = true;
        while (rest.hasNext()) {
            var word = rest.next();
            if (!options || word.equals("-") || !word.startsWith("--")) {
                inputs.add(word);
                continue;
            }
            if (word.equals("--")) {
                options = false;
                continue;
            }
            int equals = word.indexOf('=');
            var name = equals < 0 ? word : word.substring(0, equals);
            if (!List.of("--published", "--threads", "--gazetteer").contains(name)) {
                throw new UsageException("there is no option " + name);
            }
            if (equals < 0 && !rest.hasNext()) {
                throw new UsageException(name + " needs a value");
            }
            var value = equals < 0 ? rest.next() : word.substring(equals + 1);
            switch (name) {
                case "--published" -> published = date(value);
                case "--threads" -> threads = threads(value);
                default -> gazetteers.add(readable(value));
            }
        }
        if (inputs.isEmpty()) {
            throw new UsageException("no file to code");
        }
        return new CodeArguments(published, threads, List.copyOf(gazetteers), List.copyOf(inputs));
    }

    private static LocalDate date(String value) throws UsageException {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw new UsageException("--published wants a date like 2025-02-20, not " + value);
        }
    }

    private static int threads(String value) throws UsageException {
        if (!value.matches("[1-9][0-9]{0,2}")) {
            throw new UsageException("--threads wants a number from 1 to 999, not " + value);
        }
        return Integer.parseInt(value);
    }

    private static Path readable(String value) throws UsageException {
        var path = Path.of(value);
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new UsageException("--gazetteer " + value + ": no such file, or it may not be read");
        }
        return path;
    }
}
