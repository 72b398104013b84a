package org.marsad.ui.curation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.marsad.curation.Curation.Why;

/** Where an edit is known from and why it is made, which the history keeps, and the button that rehearses it. */
final class WhyFields extends Div {
    private static final long serialVersionUID = 1;

    private final TextField source;
    private final TextArea note;

    WhyFields(GazetteerWords words, Runnable rehearse) {
        addClassName("m-why");
        source = new TextField(words.say("why.source"));
        source.setPlaceholder(words.say("why.sourceHow"));
        source.setMaxLength(500);
        source.setErrorMessage(words.say("why.missing"));
        note = new TextArea(words.say("why.note"));
        note.setPlaceholder(words.say("why.noteHow"));
        note.setMaxLength(2000);
        note.setMinRows(2);
        note.setErrorMessage(words.say("why.missing"));
        List.of(source.getElement(), note.getElement()).forEach(field -> field.setAttribute("dir", "auto"));
        var button = new Button(words.say("rehearse"), click -> rehearse.run());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.addClassName("m-rehearse");
        add(source, note, button);
    }

    void setSource(String text) {
        source.setValue(text);
    }

    /** Whether both are said; marks what is missing. */
    boolean isSaid() {
        source.setInvalid(source.getValue().isBlank());
        note.setInvalid(note.getValue().isBlank());
        return !source.isInvalid() && !note.isInvalid();
    }

    Why get() {
        return new Why(source.getValue().strip(), note.getValue().strip());
    }
}
