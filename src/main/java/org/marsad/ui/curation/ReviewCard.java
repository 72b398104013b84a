package org.marsad.ui.curation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.curation.DecisionScope;
import org.marsad.curation.ReviewQueue.Item;
import org.marsad.ui.KeyList;
import org.marsad.ui.KeyList.Key;

/** A form that waits: where it stands, how far a decision is to reach, and what it may mean. */
final class ReviewCard extends Div {
    private static final long serialVersionUID = 1;
    private static final int NUMBERED = 9;
    private static final int REASONS = 4;
    private static final KeyList KEYS = new KeyList(List.of(
            new Key("J K", "step"),
            new Key("[ ]", "mention"),
            new Key("1 – 9", "pick"),
            new Key("/", "search"),
            new Key("↵", "apply"),
            new Key("Esc", "leave")));

    /** How far a decision reaches. */
    enum Reach {
        EVERYWHERE("G"),
        SOURCE("S"),
        MENTION("M");

        private final String key;

        Reach(String key) {
            this.key = key;
        }

        private String word() {
            return ActPanel.word(this);
        }
    }

    /** What the card asks of the page. */
    interface Host {
        void pickMention(int index);

        void reach(Reach reach);

        /** A decision; null for no place. */
        void decide(@Nullable String place, String name);

        void create();

        void skip();
    }

    private final transient GazetteerWords words;
    private final transient Item item;
    private final transient Host host;

    /**
     * @param before what stands above
     * @param mention which of its samples is chosen
     * @param other the field in which another place is looked for
     */
    ReviewCard(
            GazetteerWords words,
            Item item,
            int mention,
            Reach reach,
            List<? extends Component> before,
            Component other,
            Host host) {
        this.words = words;
        this.item = item;
        this.host = host;
        addClassName("m-review-card");
        var title = new H2(item.shown());
        title.getElement().setAttribute("dir", "auto");
        var body = Rows.div("m-panel-body");
        before.forEach(body::add);
        body.add(samples(mention), scope(mention, reach), suggestions(), other);
        add(Rows.div("m-panel-head", title), body, keys());
    }

    /** What a decision is about; null where no sample is left to say of which source or mention. */
    static @Nullable DecisionScope scope(Item item, int mention, Reach reach) {
        if (reach == Reach.EVERYWHERE) {
            return new DecisionScope.Everywhere();
        }
        if (mention >= item.samples().size()) {
            return null;
        }
        var sample = item.samples().get(mention);
        return reach == Reach.SOURCE
                ? new DecisionScope.OfSource(sample.source())
                : new DecisionScope.OneMention(sample.mention());
    }

    private Div samples(int mention) {
        var samples = Rows.div("m-part");
        for (int i = 0; i < item.samples().size(); i++) {
            var sample = item.samples().get(i);
            int index = i;
            boolean arabic = sample.text()
                    .codePoints()
                    .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC);
            var row = Rows.div(
                    "m-sample",
                    Rows.div(
                            "m-effect-head",
                            Rows.own(sample.title(), "m-strong"),
                            Rows.own(sample.source(), "m-fact-note"),
                            Rows.span(words.say("review.sure", Math.round(sample.confidence() * 100)), "m-fact-note")),
                    Rows.sentence(arabic ? "ar" : "fr", sample.before(), sample.text(), sample.after()));
            row.getElement().setAttribute("data-mention", Long.toString(sample.mention()));
            if (i == mention) {
                row.getElement().setAttribute("aria-current", "true");
            }
            row.addClickListener(click -> host.pickMention(index));
            samples.add(row);
        }
        return samples;
    }

    private Div scope(int mention, Reach reach) {
        var group = Rows.div("m-choices");
        group.getElement().setAttribute("role", "group").setAttribute("aria-label", words.say("review.scope"));
        for (var each : Reach.values()) {
            var source = mention < item.samples().size()
                    ? item.samples().get(mention).source()
                    : "";
            var button = Rows.choice("", () -> host.reach(each));
            button.add(cap(each.key));
            button.add(Rows.own(words.say("review.reach." + each.word(), source)));
            button.getElement().setAttribute("aria-pressed", Boolean.toString(each == reach));
            button.getElement().setAttribute("data-reach", each.word());
            group.add(button);
        }
        return group;
    }

    private static Span cap(String cap) {
        var key = KeyList.cap(cap);
        key.getElement().setAttribute("aria-hidden", "true");
        return key;
    }

    private Div suggestions() {
        var group = Rows.div("m-suggestions");
        int number = 1;
        for (var one : item.suggestions()) {
            var button = new NativeButton();
            button.addClassName("m-suggestion");
            button.add(
                    cap(number > NUMBERED ? "" : words.number(number)),
                    Rows.div(
                            "m-suggestion-text",
                            Rows.div(
                                    "m-effect-head",
                                    Rows.own(one.name(), "m-place-name"),
                                    Rows.span(words.whereabouts(null, one.admin1(), one.country()), "m-fact-note")),
                            reasons(one.reasons())),
                    Rows.span(words.say("review.percent", Math.round(one.confidence() * 100)), "m-km"));
            button.addClickListener(click -> host.decide(one.place(), one.name()));
            button.getElement().setAttribute("data-place", one.place());
            group.add(button);
            number++;
        }
        var none = new NativeButton();
        none.addClassName("m-suggestion");
        none.add(cap("N"), Rows.span(words.say("review.notPlace")));
        none.addClickListener(click -> host.decide(null, words.say("review.notPlace")));
        var skip = new NativeButton();
        skip.addClassName("m-suggestion");
        skip.add(cap("X"), Rows.span(words.say("review.skip")));
        skip.addClickListener(click -> host.skip());
        var create = new NativeButton();
        create.addClassName("m-suggestion");
        create.add(cap("C"), Rows.span(words.say("review.create")));
        create.addClickListener(click -> host.create());
        group.add(none, create, skip);
        return group;
    }

    private Div reasons(List<String> reasons) {
        var shown = Rows.div("m-reasons");
        reasons.stream().limit(REASONS).forEach(reason -> shown.add(Rows.own(words.reason(reason), "m-fact-note")));
        return shown;
    }

    private Div keys() {
        var foot = Rows.div("m-panel-foot m-keyline");
        KEYS.keys()
                .forEach(key -> foot.add(new Span(cap(key.caps()), Rows.span(words.say("review.key." + key.word())))));
        return foot;
    }
}
