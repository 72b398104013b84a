package org.marsad.launch;

import java.util.List;
import org.marsad.store.database.DatabaseException;

/** The commands that are about a running Marsad. */
public final class Launcher {
    private Launcher() {}

    /** Runs a command and returns its exit status. */
    public static int run(String command, String[] arguments) {
        var home = Home.find();
        var list = List.of(arguments);
        try {
            return switch (command) {
                case "up" -> new Up(home).run(list);
                case "down" -> new Down(home).run();
                case "status" -> new Status(home).run();
                case "ingest" -> new Ingest(home).run(list);
                case "export" -> new Export(home).run(list);
                case "gazetteer export" -> new GazetteerExport(home).run(list);
                case "import" -> new Import(home).run(list);
                default -> throw new CommandFailed("no command \"" + command + "\"; ./marsad help lists them");
            };
        } catch (CommandFailed | DatabaseException e) {
            System.err.println("marsad: " + e.getMessage());
            return 1;
        }
    }
}
