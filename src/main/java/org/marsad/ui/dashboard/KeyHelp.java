package org.marsad.ui.dashboard;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.Map;

/** What each key does. */
final class KeyHelp extends Dialog {
    private static final long serialVersionUID = 1;
    private static final Map<String, String> KEYS = new LinkedHashMap<>();

    static {
        KEYS.put("/", "search");
        KEYS.put("F", "filters");
        KEYS.put("L", "list");
        KEYS.put("M", "map");
        KEYS.put("T", "time");
        KEYS.put("J  K", "next");
        KEYS.put("↓  ↑", "rows");
        KEYS.put("Esc", "leave");
        KEYS.put("U", "undo");
        KEYS.put("C", "changes");
        KEYS.put("S", "save");
        KEYS.put("?", "help");
    }

    KeyHelp(Words words) {
        setHeaderTitle(words.say("help.title"));
        setWidth("420px");
        var list = new DescriptionList();
        list.addClassName("m-keys");
        KEYS.forEach((key, name) -> {
            var cap = new Span(key);
            cap.addClassName("m-key");
            cap.getElement().setAttribute("dir", "ltr");
            list.add(new DescriptionList.Term(cap), new DescriptionList.Description(words.say("help." + name)));
        });
        add(list);
        getFooter().add(new Button(words.say("help.close"), click -> close()));
    }
}
