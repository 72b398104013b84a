package org.marsad.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.marsad.geo.BorderId;
import org.marsad.geo.Borders;
import org.marsad.geo.Corridor;
import org.marsad.snapshot.render.DrawnSheets;
import org.marsad.snapshot.sheet.Digits;
import org.marsad.snapshot.sheet.Extent;
import org.marsad.snapshot.sheet.Format;
import org.marsad.snapshot.sheet.Issue;
import org.marsad.snapshot.sheet.KeyTable;
import org.marsad.snapshot.sheet.Paper;
import org.marsad.snapshot.sheet.PlaceLabel;
import org.marsad.snapshot.sheet.Sheet;
import org.marsad.snapshot.sheet.SheetCorridor;
import org.marsad.snapshot.sheet.SheetCounts;
import org.marsad.snapshot.sheet.SheetEvent;
import org.marsad.snapshot.sheet.Shown;
import org.marsad.snapshot.sheet.SourceCredit;
import org.marsad.snapshot.sheet.SymbolsBy;
import org.marsad.snapshot.sheet.TimeBins;
import org.marsad.snapshot.sheet.Where;
import org.marsad.text.Language;

/**
 * {@code ./marsad bench snapshot [EVENTS]}: draws an Arabic A4 sheet of so many events (5,000) as PDF, PNG at 300 dpi and SVG: the
 * first one, which reads the base map and the fonts, then the median of ten, then 20 at once on all cores. The events are drawn to
 * 300 made-up places around the border of Mali and Senegal; one in ten is known by an area only. {@code ./marsad bench snapshot issue
 * [EVENTS]}: see {@link IssueBench}.
 */
public final class SnapshotBench {
    private static final int DPI = 300;
    private static final int RUNS = 10;
    private static final int AT_ONCE = 20;
    private static final String[] TYPES = {"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "CONSULT", "ACCUSE"};

    private SnapshotBench() {}

    public static void main(String[] args) throws Exception {
        if (args.length > 0 && args[0].equals("issue")) {
            IssueBench.run(args.length > 1 ? Integer.parseInt(args[1].replace("_", "")) : 3_000_000);
            return;
        }
        int events = args.length > 0 ? Integer.parseInt(args[0]) : 5_000;
        var sheet = sheet(events);
        var renderer = new DrawnSheets();
        var result = new StringBuilder("{\"bench\":\"snapshot\",\"events\":" + events);
        long begun = System.nanoTime();
        int bytes = render(renderer, sheet, Format.PDF);
        say("PDF, the first", begun, bytes);
        result.append(String.format(Locale.ROOT, ",\"pdf_first_s\":%.2f", (System.nanoTime() - begun) / 1e9));
        for (var format : new Format[] {Format.PDF, Format.PNG, Format.SVG}) {
            double[] times = new double[RUNS];
            for (int i = 0; i < RUNS; i++) {
                begun = System.nanoTime();
                bytes = render(renderer, sheet, format);
                times[i] = (System.nanoTime() - begun) / 1e9;
            }
            Arrays.sort(times);
            System.out.printf(
                    Locale.ROOT,
                    "%s: median %.2f s, worst %.2f s, %,d bytes%n",
                    format,
                    times[RUNS / 2],
                    times[RUNS - 1],
                    bytes);
            result.append(String.format(
                    Locale.ROOT,
                    ",\"%s_s\":%.3f,\"%s_bytes\":%d",
                    format.extension(),
                    times[RUNS / 2],
                    format.extension(),
                    bytes));
        }
        result.append(String.format(Locale.ROOT, ",\"pdf_allocated_mb\":%d", allocated(renderer, sheet) >> 20));
        System.gc();
        long before = used();
        begun = System.nanoTime();
        long most = atOnce(renderer, sheet, before);
        double all = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%d PDF at once: %.2f s, at most %,d MB of heap beside the base map%n",
                AT_ONCE,
                all,
                most >> 20);
        result.append(String.format(
                Locale.ROOT, ",\"at_once\":%d,\"at_once_s\":%.2f,\"at_once_heap_mb\":%d", AT_ONCE, all, most >> 20));
        System.out.println("RESULT " + result + "}");
    }

    private static void say(String what, long begun, int bytes) {
        System.out.printf(Locale.ROOT, "%s: %.2f s, %,d bytes%n", what, (System.nanoTime() - begun) / 1e9, bytes);
    }

    private static int render(DrawnSheets renderer, Sheet sheet, Format format) throws IOException {
        var out = new ByteArrayOutputStream();
        renderer.render(sheet, format, DPI, out);
        return out.size();
    }

    private static long allocated(DrawnSheets renderer, Sheet sheet) throws IOException {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        render(renderer, sheet, Format.PDF);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static long used() {
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** The most heap seen beyond what was used before, garbage included. */
    private static long atOnce(DrawnSheets renderer, Sheet sheet, long before) throws Exception {
        long most = 0;
        try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
            var tasks = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < AT_ONCE; i++) {
                tasks.add(() -> render(renderer, sheet, Format.PDF));
            }
            var futures = tasks.stream().map(pool::submit).toList();
            while (!futures.stream().allMatch(future -> future.isDone())) {
                most = Math.max(most, used() - before);
                Thread.sleep(10);
            }
            for (var future : futures) {
                future.get();
            }
        }
        return most;
    }

    private static Sheet sheet(int count) {
        var random = new Random(1);
        double[][] places = new double[300][];
        for (int i = 0; i < places.length; i++) {
            places[i] = new double[] {-14.5 + 6 * random.nextDouble(), 11.8 + 4.4 * random.nextDouble()};
        }
        var events = new ArrayList<SheetEvent>();
        var weeks = new TreeMap<LocalDate, long[]>();
        for (int i = 0; i < count; i++) {
            var type = TYPES[(int) (TYPES.length * random.nextDouble() * random.nextDouble())];
            double[] at = places[(int) (places.length * random.nextDouble() * random.nextDouble())];
            boolean area = i % 10 == 0;
            Where where = area
                    ? new Where.Around("منطقة " + i % 7, new Where.LonLat(-13 + i % 7 * 0.6, 13 + i % 7 * 0.3), 60)
                    : new Where.AtPlaces(List.of(new Where.LonLat(at[0], at[1])));
            int precision = area ? 4 : 1 + random.nextInt(2);
            var day = LocalDate.of(2024, 1, 1).plusWeeks(random.nextInt(100));
            long[] bin = weeks.computeIfAbsent(day, week -> new long[2]);
            bin[0]++;
            bin[1] += type.equals("ASSAULT") ? 1 : 0;
            events.add(new SheetEvent(i, 1, where, precision, type, type, "rebel", day.toString(), i % 5, !area));
        }
        var rows = events.stream()
                .limit(40)
                .map(event -> new KeyTable.Row(
                        event.id(), List.of(event.date(), "هجوم", "قرب كايس، مالي", String.valueOf(event.deaths()))))
                .toList();
        var names = new ArrayList<PlaceLabel>();
        for (int i = 0; i < 160; i++) {
            names.add(new PlaceLabel(
                    "قرية " + i,
                    places[i][0],
                    places[i][1],
                    1000L * i,
                    i < 8 ? PlaceLabel.Rank.SEAT : PlaceLabel.Rank.TOWN));
        }
        var border = Borders.builtIn().find(BorderId.parse("ML-SN")).orElseThrow();
        return new Sheet(
                "الحوادث على طول الحدود بين مالي والسنغال",
                "قياس",
                "",
                Language.AR,
                Digits.ARABIC_INDIC,
                Paper.A4_LANDSCAPE,
                new Extent(-14.6, 11.7, -8.4, 16.3),
                List.of("في نطاق 50 كم من حدود مالي والسنغال"),
                SymbolsBy.TYPE,
                new Shown.Events(events),
                new SheetCorridor("ML-SN", "مالي – السنغال", 50, border.line(), Corridor.area(border, 50)),
                null,
                names,
                new SheetCounts(count, 0, 0, (long) count - count / 10, (long) count / 10, List.of()),
                new TimeBins(
                        TimeBins.Unit.WEEK,
                        weeks.entrySet().stream()
                                .map(entry ->
                                        new TimeBins.Bin(entry.getKey(), entry.getValue()[0], entry.getValue()[1]))
                                .toList(),
                        0,
                        0),
                new KeyTable(
                        "أهم الأحداث",
                        List.of(
                                new KeyTable.Column("التاريخ", 1, false),
                                new KeyTable.Column("النوع", 1, false),
                                new KeyTable.Column("المكان", 2, false),
                                new KeyTable.Column("قتلى", 0.6, true)),
                        rows,
                        0),
                List.of(new SourceCredit("GeoNames", "CC BY 4.0"), new SourceCredit("Natural Earth", "public domain")),
                new Issue(
                        OffsetDateTime.parse("2026-03-14T07:30:00Z"),
                        "bench",
                        "Marsad 0.1.0",
                        "2026-03-01",
                        "MS-0000",
                        "https://marsad.example.org/s/MS-0000",
                        "000000000000",
                        null),
                Sheet.Page.ONLY);
    }
}
