package org.marsad.ui.curation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import org.marsad.curation.ActorLabel;
import org.marsad.text.Language;

/** An actor's names by language, each of which can be taken away, and the one that is written under them. */
final class ActorNamesEditor extends Div {
    private static final long serialVersionUID = 1;

    private final transient GazetteerWords words;
    private final Runnable changed;
    private final transient List<ActorLabel> names = new ArrayList<>();
    private final Div lists = new Div();
    private final Div form;
    private final NativeButton add;
    private final TextField text;
    private final Select<Language> language = new Select<>();

    ActorNamesEditor(GazetteerWords words, Runnable changed) {
        this.words = words;
        this.changed = changed;
        addClassName("m-names");
        text = new TextField(words.say("names.name"));
        text.setMaxLength(ActorLabel.LONGEST);
        text.setHelperText(words.say("actors.aliasHow"));
        text.getElement().setAttribute("dir", "auto");
        text.addClassName("m-field-wide");
        language.setLabel(words.say("names.language"));
        language.setItems(Language.values());
        language.setItemLabelGenerator(words::language);
        var keep = Rows.choice(words.say("names.keep"), this::keep);
        keep.addClassName("m-choice-strong");
        form = Rows.div(
                "m-fields m-name-form",
                text,
                language,
                Rows.div("m-field-wide m-buttons", keep, Rows.choice(words.say("filter.cancel"), this::leave)));
        add = Rows.choice(words.say("names.add"), this::begin);
        add(lists, add, form);
        leave();
    }

    void show(List<ActorLabel> shown) {
        names.clear();
        names.addAll(shown);
        refresh();
        leave();
    }

    List<ActorLabel> names() {
        return List.copyOf(names);
    }

    /** Whether a name is being written that is not in the list yet. */
    boolean isWriting() {
        return form.isVisible();
    }

    private void refresh() {
        lists.removeAll();
        for (var each : Language.values()) {
            var list = new UnorderedList();
            list.addClassName("m-aliases");
            list.getElement().setAttribute("aria-label", words.language(each));
            names.stream().filter(name -> name.language() == each).forEach(name -> list.add(item(name)));
            if (list.getComponentCount() > 0) {
                lists.add(Rows.div("m-alias-group", Rows.span(words.language(each), "m-fact-note"), list));
            }
        }
        if (names.isEmpty()) {
            lists.add(Rows.note(words.say("names.none")));
        }
    }

    private ListItem item(ActorLabel name) {
        var remove = new NativeButton("×", click -> {
            names.remove(name);
            refresh();
            changed.run();
        });
        remove.addClassName("m-alias-remove");
        var label = words.say("actors.removeAlias", name.text());
        remove.getElement().setAttribute("aria-label", label).setAttribute("title", label);
        var item = new ListItem(Rows.own(name.text()), remove);
        item.addClassName("m-alias");
        return item;
    }

    private void begin() {
        text.clear();
        text.setInvalid(false);
        language.setValue(words.language());
        form.setVisible(true);
        add.setVisible(false);
        text.focus();
    }

    private void keep() {
        try {
            var name = new ActorLabel(language.getValue(), text.getValue());
            if (!names.contains(name)) {
                names.add(name);
            }
        } catch (IllegalArgumentException e) {
            text.setErrorMessage(words.say("names.missing"));
            text.setInvalid(true);
            return;
        }
        refresh();
        leave();
        changed.run();
    }

    private void leave() {
        form.setVisible(false);
        add.setVisible(true);
    }
}
