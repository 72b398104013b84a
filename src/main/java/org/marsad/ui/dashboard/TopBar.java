package org.marsad.ui.dashboard;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.marsad.text.Language;
import org.marsad.ui.Brand;

/** Marsad's name, the text to look for, the language, light or dark, and who is signed in. */
final class TopBar extends Header {
    private static final long serialVersionUID = 1;
    private static final Map<Language, String> OWN_NAMES = new LinkedHashMap<>();

    static {
        OWN_NAMES.put(Language.AR, "ع");
        OWN_NAMES.put(Language.FR, "FR");
        OWN_NAMES.put(Language.EN, "EN");
    }

    private final TextField search = new TextField();

    /** What the bar asks for. */
    interface Intents {
        void lookFor(String text);

        void speak(Language language);

        void switchScheme();

        void help();

        /** Freeze what is shown. */
        void snapshot();

        void signOut();
    }

    /**
     * @param openReports how many reports of wrong places wait for an admin; null for who is none
     * @param issues whether the user may issue snapshots
     */
    TopBar(Words words, String user, @Nullable Integer openReports, boolean issues, Intents intents) {
        addClassName("m-top");
        var brand = new Brand(words.language());
        search.setPlaceholder(words.say("search.placeholder"));
        search.setAriaLabel(words.say("search.placeholder"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(450);
        search.setMaxLength(200);
        search.addClassName("m-search");
        search.getElement().setAttribute("dir", "auto");
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                intents.lookFor(change.getValue());
            }
        });
        var end = new Div(
                languages(words, intents::speak), scheme(words, intents), account(words, user, openReports, intents));
        end.addClassName("m-top-end");
        if (issues) {
            end.addComponentAsFirst(snapshot(words, intents));
        }
        add(brand, search, end);
    }

    void focusSearch() {
        search.focus();
    }

    void show(String text) {
        search.setValue(text);
    }

    private static Div languages(Words words, Consumer<Language> chosen) {
        var group = new Div();
        group.addClassName("m-languages");
        group.getElement().setAttribute("role", "group");
        group.getElement().setAttribute("aria-label", words.say("language.label"));
        OWN_NAMES.forEach((language, name) -> {
            var button = new NativeButton(name, click -> chosen.accept(language));
            button.getElement()
                    .setAttribute("lang", language.tag())
                    .setAttribute("aria-label", name + " – " + words.say("language." + language.tag()))
                    .setAttribute("aria-pressed", Boolean.toString(language == words.language()));
            group.add(button);
        });
        return group;
    }

    private static Button snapshot(Words words, Intents intents) {
        var button = new Button(words.say("snapshot.button"), click -> intents.snapshot());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName("m-snap-button");
        button.setTooltipText(words.say("snapshot.new"));
        return button;
    }

    private static Button scheme(Words words, Intents intents) {
        var icon = new Span();
        icon.addClassName("m-icon-scheme");
        var button = new Button(icon, click -> intents.switchScheme());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(words.say("scheme.switch"));
        button.setTooltipText(words.say("scheme.switch"));
        button.addClassName("m-scheme");
        return button;
    }

    private static MenuBar account(Words words, String user, @Nullable Integer openReports, Intents intents) {
        var menu = new MenuBar();
        menu.addThemeVariants(MenuBarVariant.TERTIARY);
        menu.addClassName("m-account");
        var initial = new Span(user.isEmpty() ? "?" : user.substring(0, user.offsetByCodePoints(0, 1)));
        initial.addClassName("m-initial");
        MenuItem item = menu.addItem(initial);
        item.setAriaLabel(words.say("account.label", user));
        item.getSubMenu().addItem(words.say("account.signedIn", user)).setEnabled(false);
        if (openReports != null) {
            item.getSubMenu().addItem(new Anchor("import", words.say("import.menu")));
            item.getSubMenu().addItem(new Anchor("gazetteer", words.say("curation.menu")));
            item.getSubMenu().addItem(new Anchor("reports", words.say("reports.menu", openReports)));
        }
        item.getSubMenu().addItem(new Anchor("snapshots", words.say("snapshot.gallery")));
        item.getSubMenu().addItem(words.say("help.title"), click -> intents.help());
        item.getSubMenu().addItem(words.say("account.signOut"), click -> intents.signOut());
        return menu;
    }
}
