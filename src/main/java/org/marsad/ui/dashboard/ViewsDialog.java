package org.marsad.ui.dashboard;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import org.marsad.mapview.BadParameterException;
import org.marsad.mapview.SavedView;
import org.marsad.mapview.SavedViews;
import org.marsad.ui.EmptyState;

/** The analyst's own views by name: given another name, handed on by their address, deleted and brought back. */
final class ViewsDialog extends Dialog {
    private static final long serialVersionUID = 1;
    private static final int MILLIS = 8000;

    /** The whole address of a view, wherever the server is reached. */
    private static final String ADDRESS = "return new URL('?' + $0, document.baseURI).href";

    /** Selects what a field holds, and copies it where the browser lets a page do so; tells whether it did. */
    private static final String COPY = """
            const input = this.inputElement;
            input.focus();
            input.select();
            try {
              await navigator.clipboard.writeText(input.value);
              return true;
            } catch (refused) {
              return document.execCommand('copy');
            }""";

    private final transient Words words;
    private final transient SavedViews views;
    private final transient String account;
    private final transient Host host;
    private final Div list = new Div();
    private final Button close;

    /** Who shows the views elsewhere. */
    interface Host {
        /** A view has another name, or is there again. */
        void changed();

        void deleted(SavedView view);
    }

    ViewsDialog(Words words, SavedViews views, String account, Host host) {
        this.words = words;
        this.views = views;
        this.account = account;
        this.host = host;
        setHeaderTitle(words.say("views.manageTitle"));
        setWidth("520px");
        list.addClassName("m-views-list");
        close = new Button(words.say("help.close"), click -> close());
        add(list);
        getFooter().add(close);
        fill();
    }

    private void fill() {
        list.removeAll();
        var all = views.list(account);
        if (all.isEmpty()) {
            list.add(new EmptyState(words.say("views.none"), words.say("views.noneHow")));
        }
        all.forEach(view -> list.add(row(view)));
    }

    private Div row(SavedView view) {
        var row = new Div();
        var share = new NativeButton(words.say("views.share"));
        share.addClickListener(click -> share(view, row, share));
        share.addClassName("m-choice");
        var delete = new NativeButton(words.say("views.delete"), click -> delete(view));
        delete.addClassName("m-choice");
        Consumer<String> called = name -> {
            share.getElement().setAttribute("aria-label", words.say("views.shareOne", name));
            delete.getElement().setAttribute("aria-label", words.say("views.deleteOne", name));
        };
        called.accept(view.name());
        row.add(name(view, called), share, delete);
        row.addClassName("m-views-row");
        return row;
    }

    private TextField name(SavedView view, Consumer<String> renamed) {
        var name = new TextField();
        name.setAriaLabel(words.say("views.name"));
        name.setValue(view.name());
        name.setMaxLength(SavedViews.MOST_NAME);
        name.getElement().setAttribute("dir", "auto");
        name.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        name.addValueChangeListener(change -> {
            try {
                views.rename(account, view.id(), change.getValue()).ifPresent(now -> renamed.accept(now.name()));
                name.setInvalid(false);
                name.setHelperText(words.say("views.renamed"));
                host.changed();
            } catch (BadParameterException e) {
                name.setHelperText(null);
                name.setInvalid(true);
                name.setErrorMessage(words.say(change.getValue().isBlank() ? "views.nameMissing" : "views.nameTaken"));
            }
        });
        return name;
    }

    /** Shows the address below the view, ready to be copied. */
    private void share(SavedView view, Div row, NativeButton button) {
        button.setEnabled(false);
        var address = new TextField(words.say("views.address"));
        address.setReadOnly(true);
        address.setHelperText(words.say("views.addressHow"));
        address.addClassName("m-views-address");
        row.add(address);
        getElement().executeJs(ADDRESS, view.query()).then(String.class, whole -> {
            address.setValue(whole);
            address.getElement().executeJs(COPY).then(Boolean.class, copied -> {
                if (copied) {
                    address.setHelperText(words.say("views.copied"));
                }
            });
        });
    }

    private void delete(SavedView view) {
        views.delete(account, view.id()).ifPresent(this::offerBack);
        fill();
        // What had the focus is gone; it stays in the dialog.
        close.focus();
        host.deleted(view);
    }

    private void offerBack(SavedView deleted) {
        var note = new Notification();
        note.setDuration(MILLIS);
        note.setPosition(Notification.Position.BOTTOM_CENTER);
        var undo = new Button(words.say("chips.undo"), click -> {
            views.save(account, deleted.name(), deleted.query());
            fill();
            host.changed();
            note.close();
        });
        undo.addThemeVariants(ButtonVariant.TERTIARY);
        var content = new Div(new Span(words.say("views.deleted", deleted.name())), undo);
        content.addClassName("m-note");
        note.add(content);
        note.open();
    }
}
