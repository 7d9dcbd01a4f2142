package fr.plisante.notification;

import fr.plisante.notification.people.Audiences;
import fr.plisante.notification.people.People;
import fr.plisante.testkit.ServiceRules;
import java.util.Set;

class ArchitectureTests implements ServiceRules {

    @Override
    public Set<Class<?>> faces() {
        return Set.of(People.class, Audiences.class);
    }
}
