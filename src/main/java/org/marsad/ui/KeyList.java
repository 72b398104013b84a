package org.marsad.ui;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.UnaryOperator;

/** Keys and what each does. */
public record KeyList(List<Key> keys) {
    /**
     * @param caps as they stand on the keyboard
     * @param word of the message that says what it does
     */
    public record Key(String caps, String word) {}

    public KeyList {
        keys = List.copyOf(keys);
    }

    /** A key as it looks; hidden from whoever hears the page where the words beside it say the same. */
    public static Span cap(String caps) {
        var cap = new Span(caps);
        cap.addClassName("m-key");
        cap.getElement().setAttribute("dir", "ltr");
        return cap;
    }

    /** A row a key. */
    public DescriptionList list(UnaryOperator<String> say) {
        var list = new DescriptionList();
        list.addClassName("m-keys");
        keys.forEach(key -> list.add(
                new DescriptionList.Term(cap(key.caps())), new DescriptionList.Description(say.apply(key.word()))));
        return list;
    }
}
