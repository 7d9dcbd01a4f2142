package fr.plisante.notification;

import fr.plisante.notification.people.Audiences;
import fr.plisante.notification.people.People;
import fr.plisante.testkit.HouseRules;
import java.util.Set;

class ArchitectureTests implements HouseRules {

    @Override
    public Set<Class<?>> faces() {
        return Set.of(People.class, Audiences.class);
    }
}
