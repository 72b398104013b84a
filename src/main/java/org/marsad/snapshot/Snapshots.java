package org.marsad.snapshot;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.marsad.exchange.export.ExportFormat;
import org.marsad.mapview.EventExport;
import org.marsad.mapview.ExportAbout;
import org.marsad.snapshot.SnapshotRefusedException.Reason;
import org.marsad.snapshot.freeze.Freezer;
import org.marsad.snapshot.freeze.Frozen;
import org.marsad.snapshot.seal.Manifest;
import org.marsad.snapshot.seal.Sha256;
import org.marsad.snapshot.seal.Verdict;
import org.marsad.snapshot.seal.Verifier;
import org.marsad.snapshot.sheet.Format;
import org.marsad.snapshot.sheet.Issue;
import org.marsad.snapshot.sheet.PackRenderer;
import org.marsad.snapshot.sheet.Sheet;
import org.marsad.snapshot.sheet.SheetRenderer;
import org.marsad.snapshot.store.DraftJson;
import org.marsad.snapshot.store.SheetJson;
import org.marsad.snapshot.store.SnapshotFiles;
import org.marsad.snapshot.store.SnapshotRows;
import org.marsad.text.Language;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Freezes views, issues them as files, and keeps, finds, compares and withdraws what was issued. Whoever calls says who
 * asks; without the right to it a call is refused here, whatever the page showed.
 */
public class Snapshots {
    /** Events that are handed on as data with a snapshot, at most. */
    public static final int MOST_DATA = Manifest.MOST_LISTED;

    /** Snapshots in a pack, at most. */
    public static final int MOST_IN_PACK = 40;

    private static final String THUMBNAIL = "thumbnail.png";
    private static final int THUMBNAIL_WIDTH = 480;
    private static final int PREVIEW_DPI = SheetRenderer.MIN_DPI;
    private static final int AT_ONCE = 2;
    private static final int MOST_WAIT_SECONDS = 60;
    private static final int MOST_REASON = 1000;

    private final JdbcTemplate template;
    private final TransactionTemplate frozen;
    private final TransactionTemplate writing;
    private final SnapshotSettings settings;
    private final Supplier<SheetRenderer> renderer;
    private final Supplier<PackRenderer> packRenderer;
    private final Freezer freezer;
    private final SnapshotRows rows;
    private final SnapshotFiles files;
    private final ChangeReader changes;
    private final Verifier verifier;
    private final Semaphore atOnce = new Semaphore(AT_ONCE, true);

    public Snapshots(
            JdbcTemplate template,
            PlatformTransactionManager transactions,
            SnapshotSettings settings,
            SheetWords words,
            Supplier<SheetRenderer> renderer,
            Supplier<PackRenderer> packRenderer) {
        this.template = template;
        this.settings = settings;
        this.renderer = renderer;
        this.packRenderer = packRenderer;
        frozen = new TransactionTemplate(transactions);
        frozen.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        frozen.setReadOnly(true);
        writing = new TransactionTemplate(transactions);
        freezer = new Freezer(template, words);
        rows = new SnapshotRows(template);
        files = new SnapshotFiles(settings.directory());
        changes = new ChangeReader(template, rows);
        verifier = new Verifier(rows);
    }

    /** The sheet as it would be, as a PNG; nothing is kept. */
    public byte[] preview(SnapshotDraft draft, Signer signer) {
        signer.mustIssue();
        return exclusively(() -> {
            var sheet = Objects.requireNonNull(
                            frozen.execute(_ -> freezer.freeze(draft, stamp(signer, "", null))))
                    .sheet();
            return drawn(sheet, PREVIEW_DPI);
        });
    }

    /**
     * Freezes a view and issues it: all of it, or nothing.
     *
     * @throws SnapshotRefusedException says why not
     */
    public Snapshot issue(SnapshotDraft draft, Signer signer) {
        return issue(draft, signer, null);
    }

    /** The same view as it is now; the new edition names the one before. */
    public Snapshot refresh(String code, Signer signer) {
        signer.mustIssue();
        var before = get(code);
        return issue(DraftJson.read(rows.asked(before.id())), signer, before.code());
    }

    private Snapshot issue(SnapshotDraft draft, Signer signer, @Nullable String refreshes) {
        signer.mustIssue();
        return exclusively(() -> {
            try {
                return issued(draft, stamp(signer, SnapshotCode.next(), refreshes));
            } catch (IOException e) {
                throw noRoom(e);
            } catch (UncheckedIOException e) {
                throw noRoom(e.getCause());
            }
        });
    }

    private Snapshot issued(SnapshotDraft draft, Freezer.Stamp stamp) throws IOException {
        var directory = files.open(stamp.code());
        boolean kept = false;
        try {
            var view = frozen(draft, stamp, directory);
            var unsealed = SheetJson.write(view.sheet());
            var manifest = Manifest.of(view, draft, unsealed);
            var sheet = sealed(view.sheet(), manifest.seal());
            draw(sheet, draft.dpi(), directory);
            var listed = listed(directory);
            var json = manifest.json(listed);
            SnapshotFiles.write(
                    directory.resolve(Manifest.FILE), out -> out.write(json.getBytes(StandardCharsets.UTF_8)));
            files.keep(directory, stamp.code());
            kept = true;
            writing.executeWithoutResult(_ -> rows.insert(
                    view,
                    draft,
                    DraftJson.write(draft),
                    manifest.seal(),
                    Sha256.of(json),
                    SheetJson.write(sheet),
                    listed));
            return get(stamp.code());
        } catch (IOException | RuntimeException e) {
            SnapshotFiles.discard(kept ? files.path(stamp.code(), "") : directory);
            throw e;
        }
    }

    /** Reads the view, and writes its events as data where they are not too many, from one state of the database. */
    private Frozen frozen(SnapshotDraft draft, Freezer.Stamp stamp, Path directory) {
        return Objects.requireNonNull(frozen.execute(_ -> {
            var view = freezer.freeze(draft, stamp);
            if (view.versions().size() <= MOST_DATA) {
                try {
                    DataFiles.write(
                            new EventExport(template),
                            view.filter(),
                            "Snapshot " + stamp.code() + ". " + ExportAbout.of(view.filter()),
                            directory);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return view;
        }));
    }

    private void draw(Sheet sheet, int dpi, Path directory) throws IOException {
        var drawing = renderer.get();
        for (var format : List.of(Format.PDF, Format.SVG, Format.PNG)) {
            SnapshotFiles.write(directory.resolve(name(format)), out -> drawing.render(sheet, format, dpi, out));
        }
        // A large picture is not read again for a small one: that takes more memory than drawing it small.
        var png = dpi <= SnapshotDraft.DPI
                ? Files.readAllBytes(directory.resolve(name(Format.PNG)))
                : drawn(sheet, PREVIEW_DPI);
        SnapshotFiles.write(directory.resolve(THUMBNAIL), out -> out.write(thumbnail(png)));
    }

    private byte[] drawn(Sheet sheet, int dpi) {
        var out = new ByteArrayOutputStream();
        try {
            renderer.get().render(sheet, Format.PNG, dpi, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] thumbnail(byte[] png) throws IOException {
        var large = ImageIO.read(new ByteArrayInputStream(png));
        int height = Math.max(1, large.getHeight() * THUMBNAIL_WIDTH / large.getWidth());
        var small = new BufferedImage(THUMBNAIL_WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        graphics.drawImage(large, 0, 0, THUMBNAIL_WIDTH, height, null);
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(small, "png", out);
        return out.toByteArray();
    }

    private static List<Snapshot.File> listed(Path directory) throws IOException {
        var result = new ArrayList<Snapshot.File>();
        try (var found = Files.newDirectoryStream(directory)) {
            for (var file : found) {
                result.add(new Snapshot.File(file.getFileName().toString(), Files.size(file), Sha256.of(file), true));
            }
        }
        result.sort((one, other) -> one.name().compareTo(other.name()));
        return result;
    }

    private Freezer.Stamp stamp(Signer signer, String code, @Nullable String refreshes) {
        return new Freezer.Stamp(
                signer.name(),
                settings.software(),
                GazetteerVersion.read(JdbcClient.create(template)),
                code,
                code.isEmpty() ? "" : settings.address() + "/verify/" + SnapshotCode.printed(code),
                refreshes);
    }

    private static Sheet sealed(Sheet sheet, String seal) {
        var issue = sheet.issue();
        return new Sheet(
                sheet.title(),
                sheet.note(),
                sheet.classification(),
                sheet.language(),
                sheet.digits(),
                sheet.paper(),
                sheet.extent(),
                sheet.filter(),
                sheet.symbols(),
                sheet.shown(),
                sheet.corridor(),
                sheet.area(),
                sheet.places(),
                sheet.counts(),
                sheet.histogram(),
                sheet.table(),
                sheet.sources(),
                new Issue(
                        issue.at(),
                        issue.by(),
                        issue.software(),
                        issue.gazetteer(),
                        issue.code(),
                        issue.link(),
                        seal.substring(0, 16),
                        issue.refreshes()),
                sheet.page());
    }

    /** The newest first. */
    public List<Snapshot> list(String text, boolean withdrawnToo, int offset, int limit) {
        return rows.list(text, withdrawnToo, offset, limit);
    }

    /** By its code, however it is typed. */
    public Optional<Snapshot> find(String code) {
        return SnapshotCode.parse(code).flatMap(rows::find);
    }

    public Snapshot get(String code) {
        return find(code)
                .orElseThrow(() -> new SnapshotRefusedException(Reason.MISSING, "there is no snapshot '" + code + "'"));
    }

    /** Those that hold any of these events, whatever became of them since; the newest first, also withdrawn ones. */
    public List<Snapshot> listTouching(Set<Long> eventIds) {
        return rows.listTouching(eventIds);
    }

    public ChangesSince changes(String code, Language language) {
        return Objects.requireNonNull(frozen.execute(_ -> changes.read(get(code), language)));
    }

    /** Says that it does not hold any more. Its files stay, and are known as withdrawn from now on. */
    public Snapshot withdraw(String code, String reason, Signer signer) {
        signer.mustWithdraw();
        var snapshot = get(code);
        var why = reason.strip();
        if (why.isEmpty() || why.length() > MOST_REASON) {
            throw new SnapshotRefusedException(
                    Reason.NO_REASON, "withdrawing wants a reason of at most " + MOST_REASON + " characters");
        }
        if (!rows.withdraw(snapshot.code(), signer.name(), why)) {
            throw new SnapshotRefusedException(Reason.WITHDRAWN, snapshot.code() + " is withdrawn already");
        }
        return get(snapshot.code());
    }

    public Verdict verify(byte[] file) {
        return verifier.verify(file);
    }

    public static String name(Format format) {
        return "sheet." + format.extension();
    }

    /** Names of the files that there are or, for {@code sheet.pptx}, can be made. */
    public List<String> listFiles(Snapshot snapshot) {
        var names = new ArrayList<String>();
        for (var format : Format.values()) {
            names.add(name(format));
        }
        for (var format : List.of(ExportFormat.CSV, ExportFormat.GEOJSON, ExportFormat.KML)) {
            names.add(DataFiles.name(format));
        }
        names.add(DataFiles.GEOPACKAGE);
        names.removeIf(name ->
                !name.equals(name(Format.PPTX)) && snapshot.findFile(name).isEmpty());
        names.add(Manifest.FILE);
        return names;
    }

    /**
     * A file of a snapshot; the PowerPoint file is made when it is asked for first, and kept.
     *
     * @throws SnapshotRefusedException where there is none of that name
     */
    public Path file(String code, String name) {
        var snapshot = get(code);
        if (!name.equals(Manifest.FILE) && snapshot.findFile(name).isEmpty()) {
            if (!name.equals(name(Format.PPTX))) {
                throw new SnapshotRefusedException(Reason.MISSING, snapshot.code() + " has no file '" + name + "'");
            }
            return exclusively(() -> addPowerPoint(snapshot));
        }
        var path = files.path(snapshot.code(), name);
        if (!Files.isRegularFile(path)) {
            throw new SnapshotRefusedException(Reason.MISSING, "the file " + path + " is not there any more");
        }
        return path;
    }

    private Path addPowerPoint(Snapshot snapshot) {
        var name = name(Format.PPTX);
        if (get(snapshot.code()).findFile(name).isPresent()) {
            return files.path(snapshot.code(), name);
        }
        var sheet = SheetJson.read(rows.sheet(snapshot.id()));
        var dpi = DraftJson.read(rows.asked(snapshot.id())).dpi();
        try {
            var path = files.add(snapshot.code(), name, out -> renderer.get().render(sheet, Format.PPTX, dpi, out));
            var file = new Snapshot.File(name, Files.size(path), Sha256.of(path), false);
            writing.executeWithoutResult(_ -> rows.insertFile(snapshot.id(), file));
            return path;
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    /** The small picture. */
    public Path thumbnail(Snapshot snapshot) {
        return files.path(snapshot.code(), THUMBNAIL);
    }

    /** The sheet as it was frozen. */
    public Sheet sheet(String code) {
        return SheetJson.read(rows.sheet(get(code).id()));
    }

    /**
     * Several as one file.
     *
     * @param codes in order; none may be withdrawn
     * @param format PDF or PPTX
     */
    public Path pack(String title, Collection<String> codes, Format format, Signer signer) {
        signer.mustIssue();
        if (codes.isEmpty() || codes.size() > MOST_IN_PACK || format != Format.PDF && format != Format.PPTX) {
            throw new SnapshotRefusedException(
                    Reason.PACK, "a pack is a PDF or PPTX of 1 to " + MOST_IN_PACK + " snapshots");
        }
        var chosen = codes.stream().map(this::get).toList();
        chosen.stream().filter(Snapshot::isWithdrawn).findFirst().ifPresent(snapshot -> {
            throw new SnapshotRefusedException(Reason.WITHDRAWN, snapshot.code() + " is withdrawn");
        });
        var called = SnapshotDraft.of(
                        title.isBlank() ? chosen.getFirst().title() : title,
                        chosen.getFirst().language(),
                        org.marsad.mapview.EventFilter.ALL)
                .title();
        return exclusively(() -> {
            try {
                return pack(called, chosen, format, signer.name());
            } catch (IOException e) {
                throw noRoom(e);
            }
        });
    }

    private Path pack(String title, List<Snapshot> chosen, Format format, String by) throws IOException {
        var sheets = chosen.stream()
                .map(snapshot -> SheetJson.read(rows.sheet(snapshot.id())))
                .toList();
        var fresh = Files.createTempFile(files.packs(), ".", ".new");
        try {
            SnapshotFiles.write(fresh, out -> packRenderer.get().render(title, sheets, format, SnapshotDraft.DPI, out));
            var sha256 = Sha256.of(fresh);
            var name = "pack-" + sha256.substring(0, 12) + "." + format.extension();
            var file = files.packs().resolve(name);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            long bytes = Files.size(file);
            var codes = chosen.stream().map(Snapshot::code).toList();
            writing.executeWithoutResult(_ -> rows.insertPack(title, name, bytes, sha256, codes, by));
            return file;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** A pack by the name of its file. */
    public Path packFile(String name) {
        try {
            return rows.findPackByName(name)
                    .map(_ -> packs().resolve(name))
                    .filter(Files::isRegularFile)
                    .orElseThrow(() -> new SnapshotRefusedException(Reason.MISSING, "there is no pack '" + name + "'"));
        } catch (UncheckedIOException e) {
            throw noRoom(e.getCause());
        }
    }

    private Path packs() {
        try {
            return files.packs();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes away what a process that is no more has left half done. */
    public void tidy() throws IOException {
        files.discardUnfinished();
    }

    /** Drawing takes memory: no more than a few at once, the others wait their turn. */
    private <T> T exclusively(Supplier<T> work) {
        try {
            if (!atOnce.tryAcquire(MOST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new SnapshotRefusedException(
                        Reason.BUSY, "other snapshots are being made; try again in a moment");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SnapshotRefusedException(Reason.BUSY, "interrupted", e);
        }
        try {
            return work.get();
        } finally {
            atOnce.release();
        }
    }

    private SnapshotRefusedException noRoom(IOException e) {
        return new SnapshotRefusedException(
                Reason.DISK,
                "nothing was issued: the files could not be written to " + settings.directory() + ": " + e.getMessage(),
                e);
    }
}
