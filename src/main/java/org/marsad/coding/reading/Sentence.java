package org.marsad.coding.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.marsad.actor.ActorMention;
import org.marsad.geocode.Mention;
import org.marsad.text.ArticleText;
import org.marsad.text.DateExpression;
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
    private static final Set<String> AUXILIARY_FR = WordSets.get("have");
    private static final Set<String> SAYING_NOUNS = WordSets.get("saying-nouns");

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
        this.start = title ? 0 : Opening.dateline(this);
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

    /** Whether a dash stands before a word: "8 June – The". */
    public boolean isDashed(int at) {
        var before = words.get(at - 1).span();
        return Patterns.matches(
                text.substring(before.end(), words.get(at).span().begin()), "\\s+[–—-]\\s+");
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

    /** What looked like a dateline names no place. */
    void startWithoutDateline() {
        start = 0;
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
