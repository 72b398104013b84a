package org.marsad.coding.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.marsad.actor.ActorMention;
import org.marsad.geocode.Mention;
import org.marsad.geocode.MentionKind;
import org.marsad.text.ArticleText;
import org.marsad.text.DateExpression;
import org.marsad.text.DatePrecision;
import org.marsad.text.Folding;
import org.marsad.text.Language;
import org.marsad.text.Patterns;
import org.marsad.text.Span;
import org.marsad.text.Token;
import org.marsad.text.Tokens;

/**
 * A sentence with all that was found in it, by word. A clause ends at a strong sign and where a subordinate one begins;
 * an island is a clause with a time of its own (« après l'attaque de mars »): its dates stay inside and others outside.
 */
public final class Sentence {
    /** Words of a line that is a heading, at most. */
    private static final int HEADING = 8;

    private static final Set<String> AUXILIARY_FR = WordSets.get("have");
    private static final Set<String> SAYING_NOUNS = WordSets.get("saying-nouns");

    /** A few words, mostly a town, a date and an agency, and a dash. */
    private static final Pattern DATELINE = Pattern.compile(
            "\\p{L}[\\p{L}'’-]*(?: [\\p{L}'’-]+){0,3}(?:(?:\\s*[,،/(]|\\s+\\d)[^—–\\n]{0,45})? ?(?: -|—|–|ـ) ?(?=\\S)"
                    + "|\\([^)\\n]{2,40}\\)\\s*|\\p{InArabic}+ في \\d{1,2} \\p{InArabic}+ ?/[^/\\n]{2,30}/ ?"
                    + "|\\p{Lu}[\\p{Lu}'’ -]{2,30}(?:, \\p{Lu}[\\p{L} ]{0,20})?: ");

    private static final Pattern LATER_THAT_DAY = Pattern.compile(
            "(a few |some |several |two |three )?(hours|minutes) (later|afterwards)|(shortly|soon) (after|afterwards)\\b|(later |on |later on )?(the|that) same (day|morning|afternoon|evening|night)\\b"
                    + "|(peu|juste) apres\\b|(quelques |deux |trois )?(heures|minutes) plus tard|dans la foulee|(le meme jour|la meme (nuit|journee|soiree))\\b"
                    + "|و?في (اليوم (نفسه|ذاته)|نفس اليوم)"
                    + "|و?بعد (ذلك )?(بساعات|ساعات|دقائق|ساعه|قليل|بقليل|ساعتين)");

    private static final Pattern ASIDE = Pattern.compile(
            "و?في (سياق|موضوع|حادث|حادثه|تطور|هجوم|عمليه|قضيه|واقعه|كمين|ملف|خبر) (اخر|اخري|ثان|ثانيه|منفصل|منفصله|متصل|مواز|مماثل|مشابه)"
                    + "|و?في (احدث|اخر) (التطورات|تطور)|و?علي صعيد (اخر|متصل|مواز|منفصل)|و?من (جهه|ناحيه) (اخري|ثانيه)|و?علي هامش"
                    + "|par ailleurs|d autre part|dans une? (autre|second|seconde|troisieme) |en marge d|separement|ailleurs"
                    + "|en parallele|parallelement|simultanement|au meme moment|meanwhile|additionally|in addition|in parallel|simultaneously"
                    + "|و?في (غضون ذلك|الاثناء|المقابل)|و?بالتوازي|الي ذلك"
                    + "|separately|elsewhere|in (a|another) (separate|related|similar|different) |in another |on the sidelines"
                    + "|(farther|further) (north|south|east|west)\\b");

    /** Something found, by the words it covers; {@code end} exclusive. */
    public record Item<T>(T value, int begin, int end) {}

    private final String text;
    public final int index;
    public final Span span;
    public final int paragraph;
    public final boolean title;
    /** The line that heads its paragraph, with a day and a place and little else; null where none does. */
    public @Nullable Sentence heading;

    /** The place of its dateline; null where it has none. */
    public org.marsad.gazetteer.@Nullable Place dateline;

    /** The place that heads its paragraph: "Damasak: on the night …"; null where none does. */
    public org.marsad.gazetteer.@Nullable Place topic;
    /** The day that opens its paragraph or stands above it, in a chronology. */
    public @Nullable DateExpression day;

    /** ISO code of the country that the text before it speaks of, or null. */
    public @Nullable String home;

    /** ISO code of the country in which most of the places of the article lie that are no states, or null. */
    public @Nullable String subject;

    /** The day that the article came out, or null. */
    public final java.time.@Nullable LocalDate published;

    private final boolean closed;
    private @org.jspecify.annotations.Nullable List<Numbers.Figure> figures;
    public final List<Word> words;
    public final List<Phrases.Hit<Lexicon.Cue>> cues = new ArrayList<>();
    public final List<Item<DateExpression>> dates = new ArrayList<>();

    /** The words of dates of which nothing says when they are. */
    public final List<Item<Span>> unknownDates = new ArrayList<>();

    public final List<Item<Mention>> mentions = new ArrayList<>();
    public final List<Item<ActorMention>> actors = new ArrayList<>();
    /** Words of reporting: "said", « selon », «أعلن». */
    public final List<Integer> sayings = new ArrayList<>();
    /** The first word after "BAMAKO, 12 August (Reuters) -"; 0 where the sentence begins with no dateline. */
    private int start;

    private final Clauses clauses;

    public Sentence(String text, ArticleText article, Span span, int index, int paragraph, Lexicon lexicon) {
        this.text = text;
        this.index = index;
        this.span = span;
        this.paragraph = paragraph;
        this.published = article.published();
        var titleSpan = article.titleSpan();
        this.title = titleSpan != null && titleSpan.overlaps(span);
        this.closed = Patterns.matches(span.in(text).strip(), "(?s).*[.!?؟:…»\"”]");
        this.words = words(text, span);
        for (int i = 0; i < words.size(); i++) {
            cues.addAll(lexicon.cues.at(words, i));
            if (isSaying(lexicon, i)) {
                sayings.add(i);
            }
        }
        this.start = title ? 0 : dateline(text);
        this.clauses = new Clauses(lexicon, words, cues);
    }

    private static List<Word> words(String text, Span span) {
        var folded = Folding.fold(text, span);
        var words = new ArrayList<Word>();
        var gap = Word.Gap.STRONG;
        for (var token : Tokens.list(folded)) {
            switch (token.kind()) {
                case WORD, NUMBER -> {
                    words.add(Word.of(token, token.source(folded), text, gap));
                    gap = Word.Gap.NONE;
                }
                // The end of a line inside a sentence is a blank.
                case BREAK -> {}
                case PUNCTUATION -> gap = stronger(gap, gap(token));
            }
        }
        return words;
    }

    private static Word.Gap gap(Token token) {
        if ("'-/".contains(token.text())) {
            return Word.Gap.NONE;
        }
        if (token.is(",")) {
            return Word.Gap.COMMA;
        }
        return "\"()[]".contains(token.text()) ? Word.Gap.QUOTE : Word.Gap.STRONG;
    }

    private static Word.Gap stronger(Word.Gap a, Word.Gap b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    /** Call when all is placed: drops what belongs to a dateline, which must begin with a place. */
    public void cutDateline() {
        if (mentions.stream().noneMatch(item -> item.begin() < Math.min(start, 3))) {
            start = 0;
        }
        dateline = mentions.stream()
                .filter(item -> item.begin() < start && item.value().place() != null)
                .map(item -> item.value().place())
                .findFirst()
                .orElse(null);
        dates.removeIf(item -> item.begin() < start);
        cues.removeIf(cue -> cue.value().kind() == Lexicon.CueKind.MODAL && isMonth(cue));
        // "on 8 November, a Friday": the weekday is said of the date, and is no other.
        dates.removeIf(item -> item.end() - item.begin() == 1
                && item.value().basis() == DateExpression.Basis.RELATIVE
                && isAt(item.begin() - 1, "a", "un")
                && dates.size() > 1);
        // « un an et un jour après l'avoir annoncé »: reckoned from what nobody knows yet. But "on 30 July, four days
        // after soldiers had ousted": the date before says when they did.
        for (int i = dates.size() - 1; i >= 0; i--) {
            var item = dates.get(i);
            if (isReckonedFromNext(item)) {
                dates.remove(i);
                if (i > 0 && dates.get(i - 1).value().precision() == DatePrecision.DAY) {
                    dates.add(i, new Item<>(item.value(), item.end() - 1, item.end()));
                }
            }
        }
        mentions.removeIf(item -> item.begin() < start);
        actors.removeIf(item -> item.begin() < start);
        // "the United States" states nothing, nor does "Kebbi State".
        sayings.removeIf(at -> mentions.stream()
                        .anyMatch(item -> item.begin() <= at && at < item.end()
                                || item.end() == at
                                        && Character.isUpperCase(
                                                word(at).source().codePointAt(0))
                                        && !title)
                || actors.stream().anyMatch(item -> item.begin() <= at && at < item.end()));
        // « ont été passés par les armes »: no summer.
        dates.removeIf(item ->
                isAt(item.begin(), "ete") && isAt(item.begin() - 1, "a", "ont", "avait", "avaient", "ait", "aient"));
    }

    /** "On 3 May, …", "by May": a month, and no doubt. */
    private boolean isMonth(Phrases.Hit<Lexicon.Cue> cue) {
        return dates.stream().anyMatch(item -> item.begin() <= cue.begin() && cue.end() <= item.end())
                || cue.begin() > start && word(cue.begin()).source().equals("May") && !title;
    }

    private boolean isReckonedFromNext(Item<DateExpression> item) {
        // «بعد أربعة أيام من اختطافه».
        if (isAt(item.begin(), "بعد") && isAt(item.end(), "من", "علي") && item.end() - item.begin() > 1) {
            return true;
        }
        return item.end() < size()
                && item.end() - item.begin() > 1
                && isAt(item.end() - 1, "apres", "after", "بعد")
                && word(item.end()).before() == Word.Gap.NONE;
    }

    /** A place before the colon that the sentence begins with: "• Geidam: fighters entered". */
    public Optional<Item<Mention>> findTopic() {
        int colon = -1;
        for (int i = 1; i < Math.min(words.size(), 7) && colon < 0; i++) {
            colon = isAfterColon(i) ? i : -1;
        }
        if (colon < 0 && isPlacesOnly()) {
            // "Mali, Tessit. Three units fell into an ambush": a heading on the line itself.
            return mentions.stream().min(java.util.Comparator.comparingInt(Sentence::rank));
        }
        int end = colon;
        return mentions.stream()
                .filter(item -> item.begin() <= 1
                        && item.end() <= end
                        && item.value().kind() == MentionKind.LITERAL
                        && item.value().place() != null)
                .findFirst();
    }

    private static int rank(Item<Mention> item) {
        var place = item.value().place();
        return place == null ? Integer.MAX_VALUE : Where.rank(place);
    }

    private boolean isPlacesOnly() {
        if (title || size() > 6 || mentions.isEmpty()) {
            return false;
        }
        for (int i = 0; i < size(); i++) {
            int at = i;
            if (mentions.stream()
                    .noneMatch(item -> item.begin() <= at
                            && at < item.end()
                            && item.value().kind() == MentionKind.LITERAL
                            && item.value().place() != null)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is a day and a place only: "> Gabon, 30 August 2023." */
    public boolean isHeading() {
        return size() <= HEADING
                && !title
                && !isDatelineOnly()
                && index > 1
                && dates.size() == 1
                && mentions.stream().anyMatch(item -> item.value().place() != null)
                && sayings.isEmpty();
    }

    /** Whether a dash stands before a word: "8 June – The". */
    public boolean isDashed(int at) {
        var before = words.get(at - 1).span();
        return Patterns.matches(
                text.substring(before.end(), words.get(at).span().begin()), "\\s+[–—-]\\s+");
    }

    /** Whether it says where and when a statement was given out: "Niamey/Geneva, 25 March 2019". */
    public boolean isDatelineOnly() {
        var today = published;
        return index <= 3
                && !title
                && size() <= HEADING
                && !closed
                && today != null
                && dates.size() == 1
                && dates.getFirst().value().start().equals(today);
    }

    private boolean isAfterColon(int at) {
        var before = words.get(at - 1).span();
        return text.substring(before.end(), words.get(at).span().begin()).contains(":");
    }

    /** Its numbers; "fifty-two (52)" once. */
    public List<Numbers.Figure> figures(Language language) {
        var known = figures;
        if (known == null) {
            var all = Numbers.list(language, words);
            var once = new ArrayList<Numbers.Figure>();
            for (var figure : all) {
                var last = once.isEmpty() ? null : once.getLast();
                boolean again = last != null
                        && last.end() == figure.begin()
                        && last.low() == figure.low()
                        && words.get(figure.begin()).before() == Word.Gap.QUOTE;
                boolean date = unknownDates.stream()
                        .anyMatch(item -> item.begin() <= figure.begin() && figure.begin() < item.end());
                boolean name = actors.stream()
                        .anyMatch(item -> item.begin() < figure.begin()
                                && figure.begin() < item.end()
                                && words.get(figure.begin()).span().begin()
                                        == words.get(figure.begin() - 1).span().end());
                if (figure.begin() >= start && !again && !date && !name) {
                    once.add(figure);
                }
            }
            known = List.copyOf(once);
            figures = known;
        }
        return known;
    }

    /** Its numbers, if they were asked for before. */
    public List<Numbers.Figure> knownFigures() {
        return figures == null ? List.of() : figures;
    }

    /** "Hours later", « Peu après », «وبعد ساعات»: it tells what came next on the same day. */
    public boolean isLaterThatDay() {
        return LATER_THAT_DAY.matcher(text(start, Math.min(size(), start + 6))).lookingAt();
    }

    /** "Separately", « Par ailleurs », «وفي حادث آخر»: it turns to something else. */
    public boolean isAside() {
        return ASIDE.matcher(text(start, Math.min(size(), start + 6))).lookingAt();
    }

    /** Whether it ends with a stop. */
    public boolean isClosed() {
        return closed;
    }

    public boolean isQuestion() {
        return Patterns.matches(span.in(text).strip(), "(?s).*[?؟]");
    }

    public int start() {
        return start;
    }

    private boolean isSaying(Lexicon lexicon, int at) {
        return lexicon.supports.at(words, at).stream()
                .anyMatch(hit ->
                        (hit.value().voice() == Lexicon.Voice.SAY || hit.value().voice() == Lexicon.Voice.CLAIM)
                                && !hit.reading().definite()
                                && !isNounOfSaying(at));
    }

    /** "the three states", "a report": no verb, unless "that" follows. */
    private boolean isNounOfSaying(int at) {
        return SAYING_NOUNS.contains(words.get(at).text()) && !isAt(at + 1, "that")
                || AllegedOnes.isOne(words, at)
                || isForward(at)
                || Transports.isOne(words, at);
    }

    /** « un poste avancé », « leurs bases avancées »: nobody puts anything forward. */
    private boolean isForward(int at) {
        return Patterns.matches(words.get(at).source(), "(?iu)avanc[éÉ]e?s?")
                && IntStream.range(Math.max(0, at - 3), at)
                        .noneMatch(i -> AUXILIARY_FR.contains(words.get(i).text()));
    }

    private int dateline(String text) {
        var matcher = DATELINE.matcher(span.in(text));
        if (index > 4 || !matcher.lookingAt()) {
            return 0;
        }
        int after = 0;
        while (after < words.size() && words.get(after).span().begin() < span.begin() + matcher.end()) {
            after++;
        }
        return after;
    }

    public int clause(int word) {
        return clauses.clause(word);
    }

    public int island(int word) {
        return clauses.island(word);
    }

    /** A clause of time without an event of its own (« avant l'aube ») is no island. */
    public void dissolveIslands(List<Trigger> triggers) {
        clauses.dissolveIslands(triggers);
    }

    /** Whether two words stand in one clause, or the second in one that "that", « que » or «أن» hangs on the first's. */
    public boolean isClauseOf(int word, int later) {
        return clauses.isClauseOf(word, later);
    }

    /** Whether a word stands in a relative clause. */
    public boolean isRelative(int word) {
        return clauses.isRelative(word);
    }

    /** A word as it is compared; empty where the sentence has none. */
    public String textAt(int at) {
        return at >= 0 && at < words.size() ? words.get(at).text() : "";
    }

    /** Whether a word, without leaving the sentence, is one of a set: as it stands, or by the stem of a reading. */
    public boolean isOf(int at, Set<String> set) {
        return at >= 0
                && at < words.size()
                && (set.contains(words.get(at).text())
                        || words.get(at).readings().stream().anyMatch(reading -> set.contains(reading.stem())));
    }

    /** How far two words are apart: each clause border between them counts as eight words, each comma as one. */
    public int distance(int from, int to) {
        return clauses.distance(from, to);
    }

    public Word word(int at) {
        return words.get(at);
    }

    public int size() {
        return words.size();
    }

    /** Whether a word at an offset before or after another is one of these, without leaving the sentence. */
    public boolean isAt(int at, String... any) {
        return at >= 0 && at < words.size() && words.get(at).is(any);
    }

    /** Sorts what was found in the article into its sentences' words. */
    public <T> void place(List<T> all, java.util.function.Function<T, Span> where, List<Item<T>> into) {
        for (var one : all) {
            var at = where.apply(one);
            if (!span.overlaps(at)) {
                continue;
            }
            int begin = -1;
            int end = -1;
            for (int i = 0; i < words.size(); i++) {
                if (words.get(i).span().overlaps(at)) {
                    begin = begin < 0 ? i : begin;
                    end = i + 1;
                }
            }
            if (begin >= 0) {
                into.add(new Item<>(one, begin, end));
            }
        }
    }

    public String source() {
        return text;
    }

    public String text(int begin, int end) {
        var joined = new StringBuilder();
        for (int i = begin; i < end; i++) {
            joined.append(i > begin ? " " : "").append(words.get(i).text());
        }
        return joined.toString();
    }
}
