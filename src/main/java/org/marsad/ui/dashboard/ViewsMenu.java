package org.marsad.ui.dashboard;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.BadParameterException;
import org.marsad.mapview.SavedView;
import org.marsad.mapview.SavedViews;

/** The analyst's own views by name: open, save, replace; the rest is done in a dialog. */
final class ViewsMenu extends MenuBar {
    private static final long serialVersionUID = 1;
    private static final int MILLIS = 8000;

    private final transient Words words;
    private final transient SavedViews views;
    private final transient String account;
    private final transient Supplier<String> query;
    private final transient Consumer<SavedView> opened;
    private final MenuItem root;
    private transient @Nullable SavedView open;

    /**
     * @param query the present view as an address's parameters
     */
    ViewsMenu(Words words, SavedViews views, String account, Supplier<String> query, Consumer<SavedView> opened) {
        this.words = words;
        this.views = views;
        this.account = account;
        this.query = query;
        this.opened = opened;
        addThemeVariants(MenuBarVariant.TERTIARY);
        addClassName("m-views");
        root = addItem(words.say("views.menu"));
        root.setAriaLabel(words.say("views.label"));
        fill();
    }

    /** Which of the views is shown, or null for none of them. */
    void show(@Nullable SavedView view) {
        open = view;
        fill();
    }

    private void fill() {
        var menu = root.getSubMenu();
        menu.removeAll();
        var all = views.list(account);
        all.forEach(view -> {
            var item = menu.addItem(isolated(view.name()), click -> opened.accept(view));
            item.setCheckable(true);
            item.setChecked(open != null && open.id() == view.id());
        });
        if (!all.isEmpty()) {
            menu.addSeparator();
        }
        var present = open;
        if (present != null) {
            menu.addItem(words.say("views.replace", present.name()), click -> save(present.name()));
        }
        menu.addItem(words.say("views.save"), click -> askName());
        manage(menu, !all.isEmpty());
    }

    private void manage(SubMenu menu, boolean some) {
        var item = menu.addItem(words.say("views.manage"), click -> manage());
        item.setEnabled(some);
    }

    void askName() {
        var name = new TextField(words.say("views.name"));
        name.setMaxLength(SavedViews.MOST_NAME);
        name.setValueChangeMode(ValueChangeMode.EAGER);
        name.getElement().setAttribute("dir", "auto");
        name.setWidthFull();
        var save = new Button(words.say("views.saveIt"));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        name.addValueChangeListener(typed -> {
            boolean known = !typed.getValue().isBlank()
                    && views.list(account).stream()
                            .anyMatch(view -> view.name()
                                    .equalsIgnoreCase(typed.getValue().strip()));
            name.setHelperText(known ? words.say("views.known") : null);
            save.setText(words.say(known ? "views.replaceIt" : "views.saveIt"));
        });
        var dialog = dialog("views.saveTitle");
        dialog.add(name);
        save.addClickListener(click -> {
            if (save(name.getValue())) {
                dialog.close();
            } else {
                name.setInvalid(true);
                name.setErrorMessage(words.say("views.nameMissing"));
            }
        });
        save.addClickShortcut(com.vaadin.flow.component.Key.ENTER);
        dialog.getFooter().add(new Button(words.say("filter.cancel"), click -> dialog.close()), save);
        dialog.open();
        name.focus();
    }

    private boolean save(String name) {
        if (name.isBlank()) {
            return false;
        }
        try {
            var saved = views.save(account, name, query.get());
            show(saved);
            say(words.say("views.saved", saved.name()));
            return true;
        } catch (BadParameterException e) {
            say(words.say("views.refused", e.getMessage()));
            return true;
        }
    }

    private void manage() {
        new ViewsDialog(words, views, account, new ViewsDialog.Host() {
                    @Override
                    public void changed() {
                        fill();
                    }

                    @Override
                    public void deleted(SavedView view) {
                        show(open != null && open.id() == view.id() ? null : open);
                    }
                })
                .open();
    }

    private Dialog dialog(String title) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(words.say(title));
        dialog.setWidth("420px");
        return dialog;
    }

    private static void say(String text) {
        Notification.show(text, MILLIS, Notification.Position.BOTTOM_CENTER);
    }

    private static Span isolated(String name) {
        var span = new Span(name);
        span.getElement().setAttribute("dir", "auto");
        return span;
    }
}
