package org.marsad;

import java.util.Arrays;
import org.marsad.exchange.CodeCommand;
import org.marsad.launch.Launcher;
import org.marsad.launch.ServerDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The one entry point: the first argument is the command; without any it is {@code serve}. */
@SpringBootApplication
public class Marsad {
    public static void main(String[] args) {
        String command = args.length == 0 || args[0].startsWith("-") ? "serve" : args[0];
        String[] rest = args.length == 0 || args[0].startsWith("-") ? args : Arrays.copyOfRange(args, 1, args.length);
        switch (command) {
            case "code" -> CodeCommand.main(rest);
            case "serve" -> {
                ServerDatabase.startUnlessGiven();
                SpringApplication.run(Marsad.class, rest);
            }
            default -> System.exit(Launcher.run(command, rest));
        }
    }
}
