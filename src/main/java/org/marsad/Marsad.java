package org.marsad;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Marsad {
    public static void main(String[] args) {
        SpringApplication.run(Marsad.class, args);
    }
}
