package fr.plisante.starter;

import fr.plisante.testkit.HouseRules;

class ArchitectureTests implements HouseRules {}
