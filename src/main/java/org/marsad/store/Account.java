package org.marsad.store;

/**
 * An account.
 *
 * @param password encoded, with the encoding's name: {@code {bcrypt}…}
 * @param demo whether it works only from the machine that the server runs on
 */
public record Account(String name, String password, Role role, boolean demo) {
    /** Without the password. */
    @Override
    public String toString() {
        return name + " (" + role + (demo ? ", demo)" : ")");
    }
}
