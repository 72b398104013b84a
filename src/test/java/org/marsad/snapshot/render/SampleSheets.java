package org.marsad.snapshot.render;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marsad.geo.BorderId;
import org.marsad.geo.Borders;
import org.marsad.geo.Corridor;
import org.marsad.geo.Countries;
import org.marsad.snapshot.sheet.Digits;
import org.marsad.snapshot.sheet.Extent;
import org.marsad.snapshot.sheet.Issue;
import org.marsad.snapshot.sheet.KeyTable;
import org.marsad.snapshot.sheet.Paper;
import org.marsad.snapshot.sheet.PlaceLabel;
import org.marsad.snapshot.sheet.PlaceLabel.Rank;
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

/** Made-up sheets of all kinds; the same on every run. */
final class SampleSheets {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-03-14T07:30:00Z");
    private static final String[] TYPES = {"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "CONSULT", "ACCUSE"};

    private SampleSheets() {}

    private static String in(Language language, String ar, String fr, String en) {
        return switch (language) {
            case AR -> ar;
            case FR -> fr;
            case EN -> en;
        };
    }

    private static String typeLabel(Language language, String type) {
        return switch (type) {
            case "ASSAULT" -> in(language, "هجوم", "Attaque", "Assault");
            case "COERCE" -> in(language, "إكراه", "Coercition", "Coercion");
            case "MOBILIZE" -> in(language, "انتشار", "Déploiement", "Mobilisation");
            case "PROTEST" -> in(language, "احتجاج", "Manifestation", "Protest");
            case "CONSULT" -> in(language, "تشاور", "Consultation", "Consultation");
            default -> in(language, "اتهام", "Accusation", "Accusation");
        };
    }

    private record Town(String ar, String latin, double lon, double lat, long population, Rank rank) {}

    private static final List<Town> TOWNS = List.of(
            new Town("كايس", "Kayes", -11.4395, 14.4469, 127_368, Rank.SEAT),
            new Town("ديبولي", "Diboli", -12.1167, 14.4667, 5_000, Rank.NAMED),
            new Town("كيديرا", "Kidira", -12.2167, 14.4500, 7_000, Rank.NAMED),
            new Town("باكل", "Bakel", -12.4667, 14.9000, 13_000, Rank.TOWN),
            new Town("تامباكوندا", "Tambacounda", -13.6673, 13.7707, 107_293, Rank.SEAT),
            new Town("كيدوغو", "Kédougou", -12.1747, 12.5556, 30_051, Rank.SEAT),
            new Town("نيورو", "Nioro du Sahel", -9.5833, 15.2333, 33_000, Rank.TOWN),
            new Town("باماكو", "Bamako", -8.0029, 12.6392, 1_297_281, Rank.CAPITAL),
            new Town("داكار", "Dakar", -17.4441, 14.6937, 2_476_400, Rank.CAPITAL),
            new Town("نواكشوط", "Nouakchott", -15.9785, 18.0858, 661_400, Rank.CAPITAL),
            new Town("سيليبابي", "Sélibaby", -12.1833, 15.1667, 25_000, Rank.SEAT),
            new Town("كينيبا", "Kéniéba", -11.2333, 12.8333, 20_000, Rank.TOWN),
            new Town("كيتا", "Kita", -9.4833, 13.0333, 46_000, Rank.TOWN),
            new Town("ييليماني", "Yélimané", -10.5667, 15.1333, 5_000, Rank.TOWN),
            new Town("ماتام", "Matam", -13.2554, 15.6559, 15_306, Rank.SEAT),
            new Town("موبتي", "Mopti", -4.1833, 14.4833, 108_456, Rank.SEAT),
            new Town("غاو", "Gao", -0.0447, 16.2717, 87_000, Rank.SEAT),
            new Town("تمبكتو", "Tombouctou", -3.0074, 16.7735, 32_460, Rank.SEAT),
            new Town("نيامي", "Niamey", 2.1098, 13.5127, 774_235, Rank.CAPITAL),
            new Town("واغادوغو", "Ouagadougou", -1.5339, 12.3657, 1_086_505, Rank.CAPITAL),
            new Town("كوناكري", "Conakry", -13.6773, 9.5370, 1_767_200, Rank.CAPITAL));

    private static List<PlaceLabel> places(Language language) {
        return TOWNS.stream()
                .map(town -> new PlaceLabel(
                        language == Language.AR ? town.ar : town.latin, town.lon, town.lat, town.population, town.rank))
                .toList();
    }

    private static Issue issue() {
        return new Issue(
                AT,
                "Awa Diallo",
                "Marsad 0.1.0",
                "2026-03-01",
                "MS-7K2Q-94TD",
                "https://marsad.example.org/s/MS-7K2Q-94TD",
                "3f9a1c27b0e4",
                null);
    }

    private static List<SourceCredit> sources(Language language) {
        return List.of(
                new SourceCredit(
                        in(language, "مقالات رمّزها مرصد", "Articles codés par Marsad", "Articles coded by Marsad"),
                        ""),
                new SourceCredit("GeoNames, geonames.org", "CC BY 4.0"),
                new SourceCredit("Natural Earth, naturalearthdata.com", "public domain"));
    }

    /** The Mali–Senegal corridor with events of every precision. */
    static Sheet corridor(Language language, Digits digits, Paper paper) {
        var id = BorderId.parse("ML-SN");
        var border = Borders.builtIn().find(id).orElseThrow();
        var random = new Random(7);
        var events = new ArrayList<SheetEvent>();
        var days = new TreeMap<LocalDate, long[]>();
        for (int i = 0; i < 64; i++) {
            var type = TYPES[random.nextInt(10) < 5 ? 0 : random.nextInt(TYPES.length)];
            var town = TOWNS.get(random.nextInt(15));
            int precision = random.nextInt(10) < 6 ? 1 : 2;
            double spread = random.nextInt(3) == 0 ? 0 : 0.5;
            Where where = new Where.AtPlaces(List.of(new Where.LonLat(
                    town.lon + spread * random.nextGaussian(), town.lat + spread * random.nextGaussian())));
            @Nullable Boolean certain = true;
            if (i % 9 == 0) {
                precision = 4;
                where = new Where.Around(
                        in(language, "منطقة كايس", "Région de Kayes", "Kayes region"),
                        new Where.LonLat(-10.6, 14.3),
                        110);
                certain = false;
            } else if (i % 13 == 0) {
                precision = 5;
                where = new Where.AlongBorder(
                        "ML-SN", in(language, "حدود مالي والسنغال", "Frontière", "Border"), border.line());
            } else if (i == 7 || i == 30) {
                precision = 6;
                where = new Where.InArea(
                        in(language, "السنغال", "Sénégal", "Senegal"),
                        Countries.builtIn().findArea("SN").orElseThrow());
                certain = false;
            } else if (i == 40) {
                where = new Where.Nowhere();
            }
            var date = LocalDate.of(2025, 9, 1).plusDays(random.nextInt(180));
            long[] bin = days.computeIfAbsent(date.minusDays(date.getDayOfWeek().getValue() - 1L), day -> new long[2]);
            bin[0]++;
            bin[1] += type.equals("ASSAULT") ? 1 : 0;
            events.add(new SheetEvent(
                    100 + i,
                    1,
                    where,
                    precision,
                    type,
                    typeLabel(language, type),
                    "rebel",
                    date.toString(),
                    i % 4 == 0 ? i % 7 : null,
                    certain));
        }
        return sheet(
                language,
                digits,
                paper,
                in(
                        language,
                        "الحوادث على طول الحدود بين مالي والسنغال، من سبتمبر 2025 إلى فبراير 2026",
                        "Incidents le long de la frontière entre le Mali et le Sénégal, septembre 2025 – février 2026",
                        "Incidents along the border of Mali and Senegal, September 2025 to February 2026"),
                in(
                        language,
                        "أُعدّت للجلسة الصباحية. الأرقام أولية وتُراجع كل أسبوع.",
                        "Préparé pour la réunion du matin. Les chiffres sont provisoires et revus chaque semaine.",
                        "Prepared for the morning briefing. Figures are provisional and reviewed weekly."),
                new Extent(-13.6, 12.2, -9.9, 15.6),
                List.of(
                        in(
                                language,
                                "من 1 سبتمبر 2025 إلى 28 فبراير 2026",
                                "Du 1 septembre 2025 au 28 février 2026",
                                "1 September 2025 to 28 February 2026"),
                        in(
                                language,
                                "في نطاق 50 كم من حدود مالي والسنغال",
                                "À moins de 50 km de la frontière Mali–Sénégal",
                                "Within 50 km of the Mali–Senegal border"),
                        in(
                                language,
                                "مع الأحداث بلا تاريخ",
                                "Événements sans date compris",
                                "Undated events included")),
                new Shown.Events(events),
                new SheetCorridor(
                        "ML-SN",
                        in(language, "مالي – السنغال", "Mali – Sénégal", "Mali – Senegal"),
                        50,
                        border.line(),
                        Corridor.area(border, 50)),
                new SheetCounts(
                        64,
                        3,
                        1,
                        54L,
                        10L,
                        List.of(new SheetCounts.TypeCount("ASSAULT", typeLabel(language, "ASSAULT"), 36))),
                bins(TimeBins.Unit.WEEK, days, 4, 3),
                table(language, events));
    }

    private static TimeBins bins(TimeBins.Unit unit, Map<LocalDate, long[]> counts, long coarser, long undated) {
        return new TimeBins(
                unit,
                counts.entrySet().stream()
                        .map(entry -> new TimeBins.Bin(entry.getKey(), entry.getValue()[0], entry.getValue()[1]))
                        .toList(),
                coarser,
                undated);
    }

    private static KeyTable table(Language language, List<SheetEvent> events) {
        var rows = events.stream()
                .filter(event -> event.deaths() != null)
                .limit(12)
                .map(event -> new KeyTable.Row(
                        event.id(),
                        List.of(
                                event.date(),
                                event.typeLabel(),
                                in(language, "قرب كايس، مالي", "Près de Kayes, Mali", "Near Kayes, Mali"),
                                in(
                                        language,
                                        "جماعة مسلحة ضد القوات المسلحة المالية",
                                        "Groupe armé contre les Forces armées maliennes",
                                        "Armed group against the Malian armed forces"),
                                String.valueOf(event.deaths()))))
                .toList();
        return new KeyTable(
                in(language, "أهم الأحداث", "Événements marquants", "Key events"),
                List.of(
                        new KeyTable.Column(in(language, "التاريخ", "Date", "Date"), 1.1, false),
                        new KeyTable.Column(in(language, "النوع", "Type", "Type"), 1.2, false),
                        new KeyTable.Column(in(language, "المكان", "Lieu", "Place"), 1.7, false),
                        new KeyTable.Column(in(language, "الأطراف", "Parties", "Actors"), 2.9, false),
                        new KeyTable.Column(in(language, "قتلى", "Morts", "Deaths"), 0.7, true)),
                rows,
                9);
    }

    static Sheet sheet(
            Language language,
            Digits digits,
            Paper paper,
            String title,
            String note,
            Extent extent,
            List<String> filter,
            Shown shown,
            @Nullable SheetCorridor corridor,
            SheetCounts counts,
            @Nullable TimeBins bins,
            KeyTable table) {
        return new Sheet(
                title,
                note,
                in(language, "للاستعمال الرسمي", "DIFFUSION RESTREINTE", "OFFICIAL USE ONLY"),
                language,
                digits,
                paper,
                extent,
                filter,
                SymbolsBy.TYPE,
                shown,
                corridor,
                null,
                places(language),
                counts,
                bins,
                table,
                sources(language),
                issue(),
                Sheet.Page.ONLY);
    }

    /** Three million events, as counts over the Sahel. */
    static Sheet aggregated(Language language, Digits digits, Paper paper) {
        var random = new Random(3);
        var cells = new ArrayList<Shown.Cell>();
        long total = 0;
        for (int i = 0; i < 4000; i++) {
            double lon = -17 + 34 * random.nextDouble();
            double lat = 9 + 11 * random.nextDouble();
            long count = (long) Math.exp(4 + 2.2 * random.nextGaussian());
            if (count > 0) {
                cells.add(new Shown.Cell(lon, lat, count, count * random.nextInt(100) / 100));
                total += count;
            }
        }
        var areas = List.of(
                new Shown.AreaCount(new Where.Around("Mopti", new Where.LonLat(-4, 14.6), 150), 12_400, 8_100),
                new Shown.AreaCount(
                        new Where.AlongBorder(
                                "ML-NE",
                                "Mali–Niger",
                                Borders.builtIn()
                                        .find(BorderId.parse("ML-NE"))
                                        .orElseThrow()
                                        .line()),
                        3_210,
                        2_900));
        var months = new TreeMap<LocalDate, long[]>();
        for (int i = 0; i < 96; i++) {
            long count = 8_000 + random.nextInt(40_000);
            months.put(LocalDate.of(2018, 1, 1).plusMonths(i), new long[] {count, count * 2 / 3});
        }
        return sheet(
                language,
                digits,
                paper,
                in(
                        language,
                        "الساحل: كل الأحداث المسجلة، 2018–2025",
                        "Sahel : tous les événements enregistrés, 2018–2025",
                        "The Sahel: all events on record, 2018–2025"),
                "",
                new Extent(-17, 9, 17, 20),
                List.of(),
                new Shown.Counted(cells, areas),
                null,
                new SheetCounts(total + 15_610, 5_120, 940, null, null, List.of()),
                bins(TimeBins.Unit.MONTH, months, 0, 5_120),
                KeyTable.NONE);
    }

    /** Nothing to show. */
    static Sheet empty(Language language, Paper paper, Extent extent, String title) {
        return sheet(
                language,
                language == Language.AR ? Digits.ARABIC_INDIC : Digits.WESTERN,
                paper,
                title,
                "",
                extent,
                List.of(in(language, "المكان: تمبكتو", "Lieu : Tombouctou", "Place: Timbuktu")),
                new Shown.Events(List.of()),
                null,
                new SheetCounts(0, 0, 0, null, null, List.of()),
                null,
                KeyTable.NONE);
    }
}
