package org.marsad.ui.dashboard;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.List;
import org.marsad.ui.KeyList;
import org.marsad.ui.KeyList.Key;

/** What each key does. */
final class KeyHelp extends Dialog {
    private static final long serialVersionUID = 1;
    private static final KeyList KEYS = new KeyList(List.of(
            new Key("/", "search"),
            new Key("F", "filters"),
            new Key("L", "list"),
            new Key("M", "map"),
            new Key("T", "time"),
            new Key("J  K", "next"),
            new Key("↓  ↑", "rows"),
            new Key("Esc", "leave"),
            new Key("U", "undo"),
            new Key("C", "changes"),
            new Key("S", "save"),
            new Key("?", "help")));

    KeyHelp(Words words) {
        setHeaderTitle(words.say("help.title"));
        setWidth("420px");
        add(KEYS.list(word -> words.say("help." + word)));
        getFooter().add(new Button(words.say("help.close"), click -> close()));
    }
}
