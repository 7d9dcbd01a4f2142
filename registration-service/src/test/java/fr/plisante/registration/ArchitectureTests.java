package fr.plisante.registration;

import fr.plisante.testkit.HouseRules;

class ArchitectureTests implements HouseRules {}
