package org.marsad.ui.curation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Something of the gazetteer and what can be done to it: one act at a time, checked as it is written.
 *
 * @param <A> the acts
 */
abstract class ActPanel<A extends Enum<A>> extends Div {
    private static final long serialVersionUID = 1;

    protected final transient CurationDesk desk;
    protected final transient GazetteerWords words;
    protected final H2 title = new H2();
    protected final Div facts = Rows.div("m-place-facts");
    protected final Div acts = Rows.div("m-choices");
    protected final Paragraph about = Rows.note("");
    protected final Problems problems;
    protected final WhyFields why;
    private final transient Map<A, NativeButton> buttons;

    /**
     * @param name of the acts together
     * @param offered the acts to choose from
     */
    ActPanel(CurationDesk desk, GazetteerWords words, String name, Class<A> type, List<A> offered) {
        this.desk = desk;
        this.words = words;
        buttons = new EnumMap<>(type);
        problems = new Problems(words);
        why = new WhyFields(words, this::rehearse);
        addClassName("m-place-panel");
        acts.getElement().setAttribute("role", "group").setAttribute("aria-label", name);
        for (var each : offered) {
            var button = Rows.choice(words.say("act." + word(each)), () -> show(each));
            button.getElement().setAttribute("data-act", word(each));
            buttons.put(each, button);
            acts.add(button);
        }
    }

    static String word(Enum<?> act) {
        return act.name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param close leaves the panel
     * @param fields what is written, in the order in which it stands
     */
    void lay(Runnable close, Component... fields) {
        var back = Rows.link(words.say("places.back"), close);
        back.addClassName("m-back");
        var body = Rows.div("m-panel-body", facts, acts, about);
        body.add(fields);
        body.add(why);
        add(Rows.div("m-panel-head", title, back), body);
    }

    /** Shows the fields of an act. */
    abstract void show(A act);

    /** What is written is to be rehearsed. */
    abstract void rehearse();

    void mark(A act) {
        buttons.forEach(
                (each, button) -> button.getElement().setAttribute("aria-pressed", Boolean.toString(each == act)));
    }

    /** Something that is there: what it is, its id, and the way to its history. */
    void showFacts(String name, String what, String parameter, String id, long version, boolean retired) {
        title.setText(name);
        title.getElement().setAttribute("dir", "auto");
        facts.removeAll();
        var code = Rows.span(id, "m-code");
        code.getElement().setAttribute("dir", "ltr");
        var history = new Anchor(
                "gazetteer/history?" + parameter + "=" + URLEncoder.encode(id, StandardCharsets.UTF_8),
                version == 0 ? words.say("places.unedited") : words.say("places.version", version));
        facts.add(Rows.span(what), code, history);
        if (retired) {
            facts.add(Rows.span(words.say("places.retired"), "m-tag", "m-tag-withdrawn"));
        }
        facts.setVisible(true);
        acts.setVisible(!retired);
    }

    /** Something that is not there yet. */
    void showNew(String name) {
        title.setText(name);
        facts.setVisible(false);
        acts.setVisible(false);
    }

    /** Display names are in Latin script: one in another is the first of the names by which articles call it. */
    static boolean isLatin(String name) {
        return name.isEmpty() || Character.UnicodeScript.of(name.codePointAt(0)) == Character.UnicodeScript.LATIN;
    }
}
